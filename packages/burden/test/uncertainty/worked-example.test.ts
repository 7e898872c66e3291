import { ageBand, only, over, sumOver, tableFromRows } from "@popneeds/core";
import { createReferenceLifeTable } from "@popneeds/population";
import { describe, expect, it } from "vitest";
import {
  attributableBurden,
  attributableFractions,
  casesFromShares,
  combineDraws,
  disabilityAdjustedLifeYears,
  disabilityWeights,
  drawsOf,
  healthAdjustedLifeExpectancy,
  sharedYearsLived,
  sumDraws,
  summariseDraws,
  yearsLivedWithDisability,
  yearsOfLifeLost,
} from "../../src/index.ts";

// SYNTHETIC: people, deaths, prevalence, weights and risks are all made up, to show the whole computation. They are of no place.
const [young, old] = [ageBand(0, 65), ageBand(65, Number.POSITIVE_INFINITY)];
const people = tableFromRows(
  [
    { sex: "female" as const, age: young, people: 4000 },
    { sex: "female" as const, age: old, people: 1000 },
  ],
  { people: "count" },
);
const row = (age: typeof young, cause: string) => ({ sex: "female" as const, age, cause });
const deaths = tableFromRows(
  [
    { ...row(young, "heart"), deaths: 2 },
    { ...row(old, "heart"), deaths: 40 },
    { ...row(young, "back pain"), deaths: 0 },
    { ...row(old, "back pain"), deaths: 0 },
  ],
  { deaths: "count" },
);
const prevalence = tableFromRows(
  [
    { ...row(young, "heart"), share: 0.02, lower: 0.015, upper: 0.026 },
    { ...row(old, "heart"), share: 0.2, lower: 0.16, upper: 0.245 },
    { ...row(young, "back pain"), share: 0.1, lower: 0.08, upper: 0.122 },
    { ...row(old, "back pain"), share: 0.25, lower: 0.2, upper: 0.305 },
  ],
  { share: "ratio", lower: "limit", upper: "limit" },
);
const weights = disabilityWeights(
  [
    { health_state: "heart", dw: "0.1", lower95: "0.06", upper95: "0.15" },
    { health_state: "back pain", dw: "0.2", lower95: "0.13", upper95: "0.28" },
  ],
  { name: "synthetic weights", licence: "none needed", evidence: "assumption" },
);
const reference = createReferenceLifeTable({
  id: "synthetic",
  name: "a synthetic table",
  rows: [
    { sex: "all", age: 0, years: 85 },
    { sex: "all", age: 100, years: 5 },
  ],
});

describe("a synthetic set from prevalence to attributable burden", () => {
  const cases = casesFromShares(only(prevalence, "share"), people);
  const lost = yearsOfLifeLost(deaths, reference);
  const lived = yearsLivedWithDisability(cases, weights);

  it("adds years lost and lived: by hand", () => {
    // e(32.5) = 85 − 26 = 59, e(70) = 85 − 56 = 29: 2 × 59 + 40 × 29 = 1278.
    // heart (80 + 200) × 0.1 = 28; back pain (400 + 250) × 0.2 = 130.
    const found = [...sumOver(disabilityAdjustedLifeYears(lost, lived), "sex", "age")];
    expect(
      found.map((each) =>
        [each.cause, each.lost, each.lived].map((x) => (typeof x === "number" ? Number(x.toFixed(9)) : x)),
      ),
    ).toEqual([
      ["heart", 1278, 28],
      ["back pain", 0, 130],
    ]);
    expect(found[0]!.years).toBeCloseTo(1306, 9);
  });

  it("gives health-adjusted life expectancy below life expectancy", () => {
    const shared = sharedYearsLived(over(cases, people), weights);
    // 1 − (1 − 0.02 × 0.1)(1 − 0.1 × 0.2) and 1 − (1 − 0.2 × 0.1)(1 − 0.25 × 0.2) of people
    const byAge = [...sumOver(shared, "cause")].map(({ years }) => years!);
    expect(byAge[0]).toBeCloseTo(4000 * (1 - 0.998 * 0.98), 9);
    expect(byAge[1]).toBeCloseTo(1000 * (1 - 0.98 * 0.95), 9);
    const all = over(sumOver(deaths, "cause"), people);
    const [hale] = [...healthAdjustedLifeExpectancy(all, over(sumOver(shared, "cause"), people))];
    const share = hale!.healthAdjusted! / hale!.lifeExpectancy!;
    expect(share).toBeGreaterThan(1 - 0.069);
    expect(share).toBeLessThan(1 - 0.02196);
  });

  it("gives the share that goes with an exposure: by hand", () => {
    const smoking = tableFromRows([{ exposure: "current", share: 0.25 }], { share: "ratio" });
    const risks = tableFromRows([{ exposure: "current", cause: "heart", relativeRisk: 2 }], { relativeRisk: "ratio" });
    const found = attributableBurden(lost, attributableFractions(smoking, risks));
    // 0.25 ÷ 1.25 of 1278
    expect([...sumOver(found, "sex", "age", "cause")][0]!.attributable).toBeCloseTo(255.6, 9);
  });

  it("gives years lived with draws, about the figures without", () => {
    const seed = 20;
    const weighed = drawsOf(weights, "beta", { seed, what: "weights" });
    const byCause = { ...weighed, keys: { cause: weighed.keys.state } };
    const shares = drawsOf(prevalence, "beta", { seed, what: "prevalence" });
    const count = {
      ...shares,
      values: shares.values.map((share, i) => share * (Math.floor(i / 1000) % 2 === 0 ? 4000 : 1000)),
    };
    const drawn = combineDraws(count, byCause, (n, weight) => n * weight, { kind: "years", step: "cases × weight" });
    const found = [...summariseDraws(sumDraws(drawn, "sex", "age"))];
    for (const [i, expected] of [28, 130].entries()) {
      expect(Math.abs(found[i]!.mean! - expected)).toBeLessThan(5 * found[i]!.monteCarloError!);
      expect(found[i]!.lower!).toBeLessThan(expected);
      expect(found[i]!.upper!).toBeGreaterThan(expected);
    }
  });
});
