import { join } from "node:path";
import { tableFromRows } from "@popneeds/core";
import { type Concordance, concordance, convertAreas, exactPairs } from "@popneeds/geography";
import { readRecords } from "@popneeds/ingest";
import { beforeAll, expect, it } from "vitest";
import { describePublished, folder } from "./describe-published.ts";

const list = "geo/lookup_dz01_dz11.csv.gz";
const index = "deprivation/simd2012_data_00410767_plusintervals.csv.gz";

describePublished("the published list of overlapping data zones of 2001 and 2011", [list, index], () => {
  let exact: Concordance;
  let pairs: Awaited<ReturnType<typeof readRecords>>;
  let people: readonly { readonly area: string; readonly people: number }[];

  beforeAll(async () => {
    pairs = await readRecords(join(folder, "data", list), ["dz01_code", "dz11_code"]);
    exact = exactPairs(pairs, { from: "dz01_code", to: "dz11_code" });
    const rows = await readRecords(join(folder, "data", index), ["Data Zone", "Total Population (SAPE 2010)"]);
    people = rows.rows
      .filter((row) => row["Data Zone"] !== "")
      .map((row) => ({
        area: row["Data Zone"]!,
        people: Number(row["Total Population (SAPE 2010)"]!.replaceAll(",", "")),
      }));
  });

  it("has 10,437 pairs of 6,505 and 6,976 zones, of which 2,905 of 2001 go whole to 2,900 of 2011", () => {
    // Counted apart from this code, in Python: 2,895 alone on both sides, and 10 joined to 5.
    expect(pairs.rows).toHaveLength(10_437);
    expect(exact.shares.size).toBe(2_905);
    expect(new Set([...exact.shares.values()].map(([share]) => share!.to)).size).toBe(2_900);
    expect(exact.withoutWeight.size).toBe(6_505 - 2_905);
    expect(exact.issues[0]!.message).toContain("3600 of 6505 old areas overlap new ones in part");
  });

  it("converts people of 2001 zones by declared weights, and all 5,222,100 of mid-2010 are still there", () => {
    const table = tableFromRows(people, { people: "count" });
    expect(people).toHaveLength(6_505);
    // The weights are made up, alike for each pair of a zone: what is tested is that nobody is lost.
    const made = concordance(
      { ...pairs, rows: pairs.rows.map((row) => ({ ...row, pairs: "1" })) },
      { from: "dz01_code", to: "dz11_code", weight: "pairs", weights: "amounts", base: "made up: each overlap alike" },
    );
    for (const numbers of ["whole", "fractions"] as const) {
      const converted = convertAreas(table, made, { numbers });
      expect(converted.length).toBe(6_976);
      // National Records of Scotland, mid-2010 population before Census 2011.
      expect([...converted].reduce((sum, row) => sum + row.people!, 0)).toBe(5_222_100);
      expect(converted.provenance.evidence).toBe("modelled");
    }
  });

  it("refuses to convert the zones that overlap in part without weights", () => {
    const table = tableFromRows(people, { people: "count" });
    // Nobody lived in two of the 3,600, and nobody is lost with them.
    expect(() => convertAreas(table, exact)).toThrow(
      "every area with a figure needs a share in the list; 3598 of 6505 have none",
    );
    const whole = tableFromRows(
      people.filter(({ area }) => exact.shares.has(area)),
      { people: "count" },
    );
    const converted = convertAreas(whole, exact);
    expect([converted.length, converted.provenance.evidence]).toEqual([2_900, "observed"]);
  });
});
