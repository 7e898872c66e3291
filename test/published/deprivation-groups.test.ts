import { expect, it } from "vitest";
import { deprivationGroups } from "./deprivation-groups.ts";
import { describePublished, folder } from "./describe-published.ts";

describePublished(
  "the groups of the index of deprivation",
  [deprivationGroups.path, "deprivation/simd2020_dz11_indicators.csv.gz"],
  () => {
    it("come out for every area within the country, and but for two, always the same, within larger areas", async () => {
      const [country, ...larger] = await deprivationGroups.compare(folder);
      expect([country!.figures, country!.apart]).toEqual([2 * 6_976, []]);
      const extremes = larger.pop()!;
      expect([extremes.figures, extremes.apart]).toEqual([2 * 6_976, []]);
      expect(larger.map(({ figures }) => figures)).toEqual([2 * 6_976, 2 * 6_976, 2 * 6_976]);
      expect(larger.flatMap(({ apart }) => apart.map(({ among, key }) => `${among} ${key}`)).sort()).toEqual(
        [
          ["HB", "S08000026"],
          ["HSCP", "S37000026"],
          ["CA", "S12000027"],
        ]
          .flatMap(([level, area]) =>
            ["Decile", "Quintile"].flatMap((groups) =>
              ["S01012387", "S01012409"].map((zone) => `${level} ${groups} ${area} ${zone}`),
            ),
          )
          .sort(),
      );
    });
  },
);
