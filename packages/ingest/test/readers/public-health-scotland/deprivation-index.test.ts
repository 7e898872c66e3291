import { describe, expect, test } from "vitest";
import {
  phsDeprivationIndex,
  phsDeprivationIndexReader,
} from "../../../src/readers/public-health-scotland/deprivation-index.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText } from "./sample.ts";

/** Synthetic: two zones. */
const sample = csv(
  "DataZone,IntZone,HB,HSCP,CA,SIMD2020V2Rank,SIMD2020V2CountryDecile,SIMD2020V2CountryQuintile,SIMD2020V2HBDecile,SIMD2020V2HBQuintile,SIMD2020V2HSCPDecile,SIMD2020V2HSCPQuintile,SIMD2020V2CADecile,SIMD2020V2CAQuintile,SIMD2020V2Most15pc,SIMD2020V2Least15pc",
  "S01000001,S02000001,S08000001,S37000001,S12000001,1,1,1,1,1,2,1,2,1,1,0",
  "S01000002,S02000001,S08000001,S37000001,S12000001,2,10,5,9,5,10,5,7,4,0,1",
);

describe("the deprivation index", () => {
  test("ranks and groups are scores, which do not add up", async () => {
    const table = (await readText(sample)).as(phsDeprivationIndex);
    expect(
      [...table].map((row) => [row.area, row.rank, row.countryDecile, row.councilQuintile, row.most15Percent]),
    ).toEqual([
      ["S01000001", 1, 1, 1, 1],
      ["S01000002", 2, 10, 4, 0],
    ]);
    expect(table.measures.rank.kind).toBe("score");
  });

  test("a quintile that is not its two deciles, and a rank given twice, are warnings", async () => {
    const file = await readText(sample.replace(",2,10,5,", ",1,10,4,"));
    expect(issuesOf(file)).toMatchInlineSnapshot(`
      [
        "warning | quintile-not-its-deciles | line 3 | SIMD2020V2CountryQuintile is 4 where the decile is 10; a quintile is two deciles",
        "warning | rank-given-twice | line 3 | the rank 1 was given on line 2 too; each zone has its own",
      ]
    `);
  });

  test("an earlier edition of the same layout is read, and keeps its name in the file", async () => {
    const file = await readText(sample.replaceAll("SIMD2020V2", "SIMD2016"));
    expect([file.source.edition, (await readText(sample)).source.edition]).toEqual(["SIMD2016", "SIMD2020v2"]);
    expect(file.reader).toBe("phs-deprivation-index");
    expect(file.rows.used).toBe(2);
  });
});

describeSturdiness(phsDeprivationIndexReader, "simd.csv", () => sample);
