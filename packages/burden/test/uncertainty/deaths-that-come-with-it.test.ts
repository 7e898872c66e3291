import { keep, over, type Period, sumOver, withoutKey } from "@popneeds/core";
import { deathsByCause, openData, personYears } from "@popneeds/ingest";
import { referenceLifeTables } from "@popneeds/population";
import { beforeAll, describe, expect, it } from "vitest";
import {
  burdenRate,
  burdenRateLimits,
  drawsOf,
  redistributeDeathsDraws,
  sumDraws,
  summariseDraws,
  yearsOfLifeLost,
  yearsOfLifeLostDraws,
  yearsOfLifeLostLimits,
} from "../../src/index.ts";

type Data = Awaited<ReturnType<typeof openData>>;
const recent = { period: ({ label }: Period) => label === "2015-2017" };
const read = async (data: Data) =>
  withoutKey(keep(await data.table("mortality-deaths-by-cause", deathsByCause), recent), "period");

describe("limits of years of life lost, 2015 to 2017, of the deaths that come with popneeds", () => {
  let deaths: Awaited<ReturnType<typeof read>>;
  let people: Awaited<ReturnType<typeof livedOf>>;
  let uk: NonNullable<ReturnType<Awaited<ReturnType<typeof referenceLifeTables>>["get"]>>;
  const livedOf = async (data: Data) =>
    withoutKey(keep(await data.table("mortality-deaths-person-years", personYears), recent), "period");
  beforeAll(async () => {
    const data = await openData(new URL("../../../../datasets", import.meta.url).pathname);
    [deaths, people] = [await read(data), await livedOf(data)];
    uk = (await referenceLifeTables(data)).get("uk-nlt-2016-18")!;
  });

  it("are those of a second computation: Python, row by row, from the two files", () => {
    const lost = yearsOfLifeLost(deaths, uk);
    const byCause = new Map(
      [...yearsOfLifeLostLimits(lost, deaths, { over: ["sex", "age"] })].map((row) => [row.cause, row]),
    );
    // Python 3: sqrt(sum(expectancy² × deaths)) over deaths-by-cause.csv and reference-life-tables.csv.
    for (const [cause, error] of [
      ["Lung cancer", 1744.2611264945394],
      ["Drug-related", 2062.759588518497],
      ["Suicide", 1659.3742811523869],
      ["Ill-defined", 1011.8830005366233],
    ] as const)
      expect(byCause.get(cause)!.standardError).toBeCloseTo(error, 6);
    const [all] = [...yearsOfLifeLostLimits(lost, deaths, { over: ["sex", "age", "cause"] })];
    expect(all!.years).toBeCloseTo(2189416.295, 3);
    expect(all!.standardError).toBeCloseTo(7017.761256463845, 6);
  });

  it("agree with 1,000 draws for every cause, and for all together", () => {
    const drawn = sumDraws(yearsOfLifeLostDraws(drawsOf(deaths, "poisson", { seed: 1 }), uk), "sex", "age");
    const delta = [...yearsOfLifeLostLimits(yearsOfLifeLost(deaths, uk), deaths, { over: ["sex", "age"] })];
    expect(delta.length).toBe(26);
    for (const [i, row] of [...summariseDraws(drawn)].entries()) {
      expect(row.cause).toBe(delta[i]!.cause);
      expect(Math.abs(row.mean! - delta[i]!.years!)).toBeLessThan(4 * row.monteCarloError!);
      // The standard deviation of 1,000 draws has a relative error of 1 ÷ √2,000 = 0.022.
      expect(Math.abs((row.monteCarloError! * Math.sqrt(1000)) / delta[i]!.standardError! - 1)).toBeLessThan(
        4 * 0.0224,
      );
    }
  });

  it("stand about the crude rate, which they do not move", () => {
    const lost = over(sumOver(yearsOfLifeLost(deaths, uk), "cause"), people);
    const [rate] = [...burdenRateLimits(lost, sumOver(deaths, "cause"))];
    expect(rate!.value).toBe([...burdenRate(lost)][0]!.value);
    // Years over 3 years' people; of all deaths of an age and sex together as of each cause by itself: Σ e² D is the same.
    expect(rate!.standardError! / rate!.value!).toBeCloseTo(7017.761256463845 / 2189416.295, 9);
  });

  it("are little wider when ill-defined deaths are moved: their total is the same in each of 200 draws", () => {
    const to = [...deaths.keys.cause.values].filter((cause) => cause !== "Ill-defined" && cause !== "Residual");
    const drawn = redistributeDeathsDraws(deaths, [{ name: "ill-defined", from: ["Ill-defined"], to }], {
      seed: 1,
      draws: 200,
    });
    const total = sumDraws(drawn, "sex", "age", "cause");
    // 172,190 deaths in the file.
    expect(new Set(total.values)).toEqual(new Set([172_190]));
    const years = summariseDraws(sumDraws(yearsOfLifeLostDraws(drawn, uk), "sex", "age"));
    const heart = [...years].find(({ cause }) => cause === "IHD")!;
    const plain = 242_421.89;
    expect(heart.lower! > plain && heart.upper! < plain * 1.02).toBe(true);
  });
});
