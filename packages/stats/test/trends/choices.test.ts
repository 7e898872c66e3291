import { describe, expect, it } from "vitest";
import {
  annualChange,
  annualChangeOfCounts,
  excessDeaths,
  joinpointTrend,
  modelledExcess,
  movingMeans,
  poissonRegression,
  recentTrend,
  trendOfProportions,
  trendOfRates,
  weightedLeastSquares,
  winterDeaths,
} from "../../src/index.ts";

const some = [1, 2, 3, 4, 5];
const deaths = { deaths: some, population: some, time: some, season: [1, 1, 1, 1, 1] };

describe("a choice that there is not", () => {
  // Without a check each of these would be taken for the other choice, and no one would know.
  it.each([
    ["poissonRegression: dispersion", "quasi", (choice) => poissonRegression(some, some, {}, { dispersion: choice })],
    ["poissonRegression: limits", "t", (choice) => poissonRegression(some, some, {}, { limits: choice })],
    ["weightedLeastSquares: variance", "known", (choice) => weightedLeastSquares(some, {}, { variance: choice })],
    ["annualChange: variance", "known", (choice) => annualChange(some, some, { variance: choice })],
    [
      "annualChangeOfCounts: dispersion",
      "quasi",
      (choice) => annualChangeOfCounts(some, some, some, { dispersion: choice }),
    ],
    ["joinpointTrend: selection", "BIC", (choice) => joinpointTrend(some, some, { selection: choice })],
    ["recentTrend: spacing", "year", (choice) => recentTrend(some, some, some, { spacing: choice })],
    ["recentTrend: missing", "skip", (choice) => recentTrend(some, some, some, { missing: choice })],
    [
      "trendOfProportions: continuity",
      "yates",
      (choice) => trendOfProportions(some, some, some, { continuity: choice }),
    ],
    ["trendOfRates: continuity", "yates", (choice) => trendOfRates(some, some, some, { continuity: choice })],
    ["movingMeans: limits", "normal", (choice) => movingMeans(some, { limits: choice })],
    ["excessDeaths: limits", "years", (choice) => excessDeaths(5, some, { limits: choice })],
    ["modelledExcess: trend", "flat", (choice) => modelledExcess(deaths, deaths, { trend: choice })],
    ["modelledExcess: limits", "mean", (choice) => modelledExcess(deaths, deaths, { limits: choice })],
    ["winterDeaths: limits", "exact", (choice) => winterDeaths({ before: 1, winter: 2, after: 3 }, { limits: choice })],
  ] as [string, string, (choice: never) => unknown][])("%s is not %s", (option, choice, call) => {
    const refusal = new RegExp(`^${option} must be one of .+, got ${choice}$`);
    expect(() => call(choice as never)).toThrow(refusal);
  });
});

describe("an excess that is next to nothing", () => {
  // By hand: 1,000,000,001 deaths against 1,000,000,000 are 1e-7 per cent more, to all digits.
  it("keeps its digits in per cent", () => {
    expect(excessDeaths(1_000_000_001, [1e9]).percentage.value).toBe(1e-7);
    expect(winterDeaths({ before: 1e9, winter: 1_000_000_001, after: 1e9 }).index.value).toBe(1e-7);
  });
});
