import { describe, expect, it } from "vitest";
import { area, figure, localities } from "./computed.ts";
import { aged, publishedFile, raw, sum } from "./raw.ts";

// Expected figures are summed here from the shipped tables, read as text, without any of the project's code.
const council = new Map(raw("geography/data-zones").map((row) => [row["data_zone"]!, row["council"]!]));
const locality = new Map(raw("geography/localities").map((row) => [row["data_zone"]!, row["locality"]!]));
const index = raw("deprivation/simd-2020v2");
const fifth = new Map(index.map((row) => [row["data_zone"]!, row["quintile"]!]));
const zones = raw("population/small-area-2021");

describe("people in the most and least deprived fifths", () => {
  it.each([
    ["most-deprived-fifth", "1"],
    ["least-deprived-fifth", "5"],
  ])("%s counts people of mid-2021 in data zones of quintile %s, at each level", async (id, quintile) => {
    for (const [code, inside] of [
      [area.partnership, (zone: string) => council.get(zone) === area.council],
      [localities[1]!, (zone: string) => locality.get(zone) === localities[1]],
      [area.country, () => true],
    ] as const) {
      const rows = zones.filter((row) => inside(row["data_zone"]!));
      const people = sum(
        rows.filter((row) => fifth.get(row["data_zone"]!) === quintile),
        aged(0),
      );
      const found = await figure(id, { area: code });
      expect([found.numerator, found.denominator]).toEqual([people, sum(rows, aged(0))]);
    }
  });

  it("takes the population-weighted quintile of Public Health Scotland, in which quintile 1 is the most deprived", async (context) => {
    const file = publishedFile("deprivation/phs_simd2020v2_22062020.csv.gz");
    if (!file) return context.skip();
    const published = new Map(file.map((row) => [row["DataZone"], row["SIMD2020V2CountryQuintile"]]));
    expect(index.filter((row) => published.get(row["data_zone"]!) !== row["quintile"])).toEqual([]);
    const ranks = index.filter((row) => row["quintile"] === "1").map((row) => Number(row["rank"]));
    expect(Math.min(...ranks)).toBe(1);
  });
});

describe("income and employment deprived people", () => {
  it.each([
    ["income-deprived", "income_deprived", "population"],
    ["employment-deprived", "employment_deprived", "working_age_population"],
  ])("%s sums the counts of data zones over their people of 2017", async (id, counted, among) => {
    const rows = index.filter((row) => council.get(row["data_zone"]!) === area.council);
    const found = await figure(id, { area: area.partnership });
    expect([found.numerator, found.denominator]).toEqual([sum(rows, counted), sum(rows, among)]);
    expect(found.value).toBeCloseTo((100 * sum(rows, counted)) / sum(rows, among), 10);
    expect(found.period.label).toBe("2017");
  });
});
