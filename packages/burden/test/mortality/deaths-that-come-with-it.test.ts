import { keep, sumOver } from "@popneeds/core";
import { deathsByCause, openData } from "@popneeds/ingest";
import { referenceLifeTables } from "@popneeds/population";
import { beforeAll, describe, expect, it } from "vitest";
import { redistributeDeaths, yearsOfLifeLost } from "../../src/index.ts";

type Data = Awaited<ReturnType<typeof openData>>;
async function read(data: Data) {
  const all = await data.table("mortality-deaths-by-cause", deathsByCause);
  return keep(all, { period: ({ label }) => label === "2015-2017" });
}

describe("years of life lost by cause, 2015 to 2017, of the deaths that come with popneeds", () => {
  let deaths: Awaited<ReturnType<typeof read>>;
  let lost: ReturnType<typeof lostOf>;
  let uk: NonNullable<ReturnType<Awaited<ReturnType<typeof referenceLifeTables>>["get"]>>;
  const lostOf = (of: typeof deaths) => yearsOfLifeLost(of, uk);
  beforeAll(async () => {
    const data = await openData(new URL("../../../../datasets", import.meta.url).pathname);
    deaths = await read(data);
    uk = (await referenceLifeTables(data)).get("uk-nlt-2016-18")!;
    lost = lostOf(deaths);
  });

  it("are those worked out by hand for the lung cancer of women", () => {
    // Deaths by age, and the years that remain in the middle of each band by the national life tables of the United Kingdom, 2016-18:
    // half of what the two ages on either side print, such as (19.34 + 18.52) ÷ 2 = 18.93 at 67.5; 3.11 at 95.
    const byHand =
      1 * 55.975 +
      1 * 51.07 +
      10 * 46.21 +
      22 * 41.4 +
      65 * 36.67 +
      158 * 32.02 +
      330 * 27.49 +
      505 * 23.115 +
      859 * 18.93 +
      1032 * 14.96 +
      1145 * 11.34 +
      915 * 8.16 +
      602 * 5.61 +
      314 * 3.11;
    const rows = [...sumOver(lost, "age", "period")];
    expect(rows.find((row) => row.cause === "Lung cancer" && row.sex === "female")!.years).toBeCloseTo(byHand, 6);
  });

  it("are those of a second computation: Python, row by row, from the two files", () => {
    const byCause = new Map([...sumOver(lost, "age", "sex", "period")].map((row) => [row.cause, row.years!]));
    // Python 3.11: sum(deaths × linear interpolation of expectancy) over deaths-by-cause.csv and reference-life-tables.csv.
    for (const [cause, years] of [
      ["Other cancers", 358993.89],
      ["IHD", 242421.89],
      ["Lung cancer", 169489.58],
      ["Drug-related", 100363.875],
      ["Suicide", 64888.93],
      ["Perinatal", 23557.41],
    ] as const)
      expect(byCause.get(cause)).toBeCloseTo(years, 6);
    const bySex = new Map([...sumOver(lost, "age", "cause", "period")].map((row) => [row.sex, row.years!]));
    expect(bySex.get("male")).toBeCloseTo(1_155_963.98, 5);
    expect(bySex.get("female")).toBeCloseTo(1_033_452.315, 5);
  });

  it("stay much the same when ill-defined deaths are redistributed, which keeps all 172,190 deaths", () => {
    const causes = deaths.keys.cause.values.filter((cause) => cause !== "Ill-defined");
    const after = redistributeDeaths(deaths, [{ name: "ill-defined", from: ["Ill-defined"], to: causes }]);
    const total = (of: typeof deaths) => [...sumOver(of, "sex", "age", "cause", "period")][0]!.deaths;
    // Sum of the file's rows: 172,190 deaths, 1,586 of them ill-defined.
    expect([total(deaths), total(after.deaths)]).toEqual([172_190, 172_190]);
    const moved = [...after.moves].filter((row) => row.fromCause === "Ill-defined");
    expect(moved.reduce((sum, row) => sum + row.deaths!, 0)).toBe(1586);
    expect(moved.every((row) => row.toCause !== "Ill-defined")).toBe(true);
    const years = (of: typeof deaths) => [...sumOver(lostOf(of), "sex", "age", "cause", "period")][0]!.years!;
    // Deaths move between causes within an age and sex, where each takes the same years.
    expect(years(after.deaths)).toBeCloseTo(years(deaths), 3);
  });
});
