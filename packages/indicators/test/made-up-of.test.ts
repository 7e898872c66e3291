import { loadPlaces, withCustomAreas } from "@popneeds/geography";
import { openData } from "@popneeds/ingest";
import { describe, expect, it } from "vitest";
import { madeUpOf } from "../src/zones/made-up-of.ts";

const places = await loadPlaces(await openData(new URL("../../../datasets", import.meta.url).pathname));
// East Lothian and Midlothian; a part of Midlothian; Fife, which nobody asks for.
const own = withCustomAreas(places, {
  rows: [
    { data_zone: "S12000010", area: "lothians" },
    { data_zone: "S12000019", area: "lothians" },
    { data_zone: "S12000047", area: "fife" },
    { data_zone: places.baseAreas("S12000035")[0]!, area: "part" },
  ],
});
const councils = places.areasAt("council").map(({ code }) => code);
const wanted = (...codes: readonly string[]) => ({ places: own, areas: new Set(codes) });
const parents = (found: ReturnType<typeof madeUpOf>) => found.map(({ level, parents: of }) => [level, [...of]]);

describe("madeUpOf", () => {
  it("leads from councils to the areas wanted that are made up of whole ones", () => {
    expect(parents(madeUpOf("council", councils, wanted("lothians", "part", "S37000006")))).toEqual([
      [
        "custom",
        [
          ["S12000010", "lothians"],
          ["S12000019", "lothians"],
        ],
      ],
    ]);
    // Lanarkshire's alcohol and drug partnership: ScotPHO's area dictionary, North and South Lanarkshire.
    expect(parents(madeUpOf("council", councils, wanted("S11000052")))).toEqual([
      [
        "alcohol-and-drug-partnership",
        [
          ["S12000029", "S11000052"],
          ["S12000050", "S11000052"],
        ],
      ],
    ]);
  });

  it("has none where a part of an area has no figures, rather than a smaller sum", () => {
    const without = councils.filter((code) => code !== "S12000019");
    expect(madeUpOf("council", without, wanted("lothians"))).toEqual([]);
  });

  it("has none where nothing but the usual levels is wanted, or no whole council lies in the area", () => {
    expect(madeUpOf("council", councils, wanted("S37000006", "S92000003"))).toEqual([]);
    expect(madeUpOf("council", councils, wanted("part"))).toEqual([]);
  });
});
