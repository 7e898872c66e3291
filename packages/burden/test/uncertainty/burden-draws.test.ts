import { ageBand, keep, type Missing, only, over, sumOver, tableFromRows, takeRows } from "@popneeds/core";
import { createReferenceLifeTable } from "@popneeds/population";
import { describe, expect, it } from "vitest";
import {
  attributableBurden,
  attributableBurdenDraws,
  attributableFractions,
  attributableFractionsDraws,
  type Draws,
  disabilityAdjustedLifeYearsDraws,
  disabilityWeights,
  drawsOf,
  healthAdjustedLifeExpectancy,
  healthAdjustedLifeExpectancyDraws,
  mapDraws,
  sharedYearsLived,
  sharedYearsLivedDraws,
  sumDraws,
  summariseDraws,
  weighDraws,
  yearsLivedWithDisability,
  yearsLivedWithDisabilityDraws,
  yearsOfLifeLost,
  yearsOfLifeLostDraws,
} from "../../src/index.ts";

// SYNTHETIC: people, deaths, prevalence, weights and risks are all made up for these tests. They are of no place.
const of = (draws: Draws, row = 0) => Array.from(draws.values.subarray(row * draws.draws, (row + 1) * draws.draws));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
};
const [young, old] = [ageBand(0, 65), ageBand(65, Number.POSITIVE_INFINITY)];
const female = (age: typeof young) => ({ sex: "female" as const, age });
const reference = createReferenceLifeTable({
  id: "synthetic",
  name: "a synthetic table",
  rows: [
    { sex: "all", age: 0, years: 85 },
    { sex: "all", age: 100, years: 5 },
  ],
});
const deaths = tableFromRows(
  [
    { ...female(young), cause: "heart", deaths: 20 },
    { ...female(old), cause: "heart", deaths: 400 },
  ],
  { deaths: "count" },
  { absent: "zero" },
);
const people = tableFromRows(
  [
    { ...female(young), people: 40_000 },
    { ...female(old), people: 10_000 },
  ],
  { people: "count" },
);
const prevalence = tableFromRows(
  [
    { ...female(young), cause: "heart", share: 0.02, lower: 0.015, upper: 0.026 },
    { ...female(old), cause: "heart", share: 0.2, lower: 0.16, upper: 0.245 },
    { ...female(young), cause: "back pain", share: 0.1, lower: 0.08, upper: 0.122 },
    { ...female(old), cause: "back pain", share: 0.25, lower: 0.2, upper: 0.305 },
  ],
  { share: "ratio", lower: "limit", upper: "limit" },
);
const weights = disabilityWeights(
  [
    { health_state: "heart", dw: "0.1", lower95: "0.06", upper95: "0.15" },
    { health_state: "back pain", dw: "0.2", lower95: "0.13", upper95: "0.28" },
    { health_state: "mild", dw: "0.05", lower95: "0.03", upper95: "0.08" },
    { health_state: "severe", dw: "0.4", lower95: "0.3", upper95: "0.5" },
  ],
  { name: "synthetic weights", licence: "none needed", evidence: "assumption" },
);
const severities = tableFromRows(
  ["heart", "back pain"].flatMap((cause) => [
    { cause, state: "mild", share: 0.7 },
    { cause, state: "severe", share: 0.2 },
    { cause, state: "asymptomatic", share: 0.1 },
  ]),
  { share: "ratio" },
);
const smoking = tableFromRows(
  [young, old].map((age) => ({ ...female(age), exposure: "current", share: 0.25, lower: 0.2, upper: 0.305 })),
  { share: "ratio", lower: "limit", upper: "limit" },
);
const risks = tableFromRows([{ exposure: "current", cause: "heart", relativeRisk: 2, lower: 1.6, upper: 2.5 }], {
  relativeRisk: "ratio",
  lower: "limit",
  upper: "limit",
});
const seed = 11;
const draws = 200;
const drawnDeaths = drawsOf(deaths, "poisson", { seed, draws });
const drawnCases = weighDraws(drawsOf(prevalence, "beta", { seed, draws, what: "prevalence" }), people, {
  kind: "count",
  step: "people × share",
});
const drawnWeights = drawsOf(weights, "beta", { seed, draws, what: "weights" });

describe("yearsOfLifeLostDraws", () => {
  it("are drawn deaths × the years that one takes: e(32.5) = 59, e(70) = 29", () => {
    const lost = yearsOfLifeLostDraws(drawnDeaths, reference);
    expect(of(lost, 0)).toEqual(of(drawnDeaths, 0).map((n) => n * 59));
    expect(of(lost, 1)).toEqual(of(drawnDeaths, 1).map((n) => n * 29));
    expect(lost.kind).toBe("years");
    expect(lost.provenance.steps.slice(-2)).toEqual([
      "200 draws of deaths (poisson), seed 11",
      yearsOfLifeLost(deaths, reference).provenance.steps.at(-1),
    ]);
  });

  it("follow the options of yearsOfLifeLost: e(0) = 85 and e(65) = 33 at the start of bands", () => {
    const lost = yearsOfLifeLostDraws(drawnDeaths, reference, { ageAtDeath: "start" });
    expect(of(lost, 0)[0]! / of(drawnDeaths, 0)[0]!).toBeCloseTo(85, 10);
    expect(of(lost, 1)[0]! / of(drawnDeaths, 1)[0]!).toBeCloseTo(33, 10);
  });

  it("pass what is missing, hold for no rows, and refuse what is not counted", () => {
    const gap = tableFromRows([{ ...female(old), cause: "heart", deaths: "suppressed" as number | Missing }], {
      deaths: "count",
    });
    expect(yearsOfLifeLostDraws(drawsOf(gap, "poisson", { seed }), reference).missing).toEqual(["suppressed"]);
    expect(yearsOfLifeLostDraws(drawsOf(takeRows(deaths, []), "poisson", { seed }), reference).length).toBe(0);
    expect(() =>
      yearsOfLifeLostDraws({ ...drawnDeaths, kind: "years" }, reference),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-counts] yearsOfLifeLostDraws: draws must be of deaths, which are counts; these are of kind years
        Fix: Draw the deaths: drawsOf(deaths, "poisson", { seed: 1 }).]
    `);
  });
});

describe("yearsLivedWithDisabilityDraws", () => {
  it("are cases × the weight of the cause, one weight for all ages", () => {
    const lived = yearsLivedWithDisabilityDraws(drawnCases, drawnWeights);
    for (const row of [0, 1])
      expect(of(lived, row)).toEqual(of(drawnCases, row).map((n, d) => n * of(drawnWeights, 0)[d]!));
    expect(of(lived, 2)).toEqual(of(drawnCases, 2).map((n, d) => n * of(drawnWeights, 1)[d]!));
    expect(lived.provenance.evidence).toBe("assumption");
    expect(lived.provenance.steps.at(-1)).toBe(
      "years lived with disability, draw by draw: cases at a time × the weight of the cause",
    );
  });

  it("with severities are cases × Σ share × weight, in each draw", () => {
    const shares = drawsOf(severities, "dirichlet", { seed, draws, split: { over: "state", cases: 60 } });
    const lived = yearsLivedWithDisabilityDraws(drawnCases, drawnWeights, { severities: shares });
    const [mild, severe] = [of(drawnWeights, 2), of(drawnWeights, 3)];
    for (const [d, years] of of(lived, 3).entries())
      expect(years).toBeCloseTo(
        of(drawnCases, 3)[d]! * (of(shares, 3)[d]! * mild[d]! + of(shares, 4)[d]! * severe[d]!),
        8,
      );
    const known = yearsLivedWithDisabilityDraws(drawnCases, drawnWeights, { severities });
    expect(of(known, 0)[5]).toBeCloseTo(of(drawnCases, 0)[5]! * (0.7 * mild[5]! + 0.2 * severe[5]!), 8);
  });

  it("of one weight vary as it does, however many areas are summed; of a weight for each cause they would not", () => {
    // Cases known: 100 in each of 50 areas, weight 0.2 (0.13 to 0.28). Sum = 5,000 × weight, so its sd is 5,000 × that of the weight.
    const cases = tableFromRows(
      Array.from({ length: 50 }, (_, i) => ({ area: `A${i}`, cause: "back pain", cases: 100 })),
      { cases: "count" },
    );
    const total = sumDraws(yearsLivedWithDisabilityDraws(cases, drawnWeights), "area", "cause");
    for (const [d, years] of of(total).entries()) expect(years).toBeCloseTo(5000 * of(drawnWeights, 1)[d]!, 6);
  });

  it("equal yearsLivedWithDisability in every draw where nothing varies", () => {
    const certain = disabilityWeights(
      [
        { health_state: "mild", dw: "0.05", lower95: "0.05", upper95: "0.05" },
        { health_state: "severe", dw: "0.4", lower95: "0.4", upper95: "0.4" },
      ],
      { name: "own", licence: "own" },
    );
    const cases = tableFromRows([{ cause: "heart", cases: 30 }], { cases: "count" });
    const lived = yearsLivedWithDisabilityDraws(cases, drawsOf(certain, "beta", { seed, draws: 3 }), {
      severities: keep(severities, { cause: "heart" }),
    });
    const [known] = yearsLivedWithDisability(cases, certain, { severities: keep(severities, { cause: "heart" }) });
    expect(of(lived)).toEqual([known!.years, known!.years, known!.years]);
  });

  it("refuses causes without a weight, shares that do not sum to 1, other numbers of draws, and tables alone", () => {
    const other = tableFromRows([{ cause: "asthma", cases: 30 }], { cases: "count" });
    expect(() => yearsLivedWithDisabilityDraws(other, drawnWeights)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unmatched-rows] yearsLivedWithDisabilityDraws: every row needs a disability weight of the name of its cause; 1 of 1 have none:
        asthma
        Fix: Give severities: the share of each cause's cases in each health state.]
    `);
    expect(() =>
      yearsLivedWithDisabilityDraws(drawnCases, drawnWeights, { severities: keep(severities, { state: "mild" }) }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-shares] yearsLivedWithDisabilityDraws: shares of the health states of a cause must sum to 1 in each draw; those of 2 of 2 do not:
        heart
        back pain
        Fix: Draw shares as "dirichlet" with split: { over: "state", cases }, which keeps their sum.]
    `);
    expect(() =>
      yearsLivedWithDisabilityDraws(drawnCases, drawsOf(weights, "beta", { seed, draws: 9 })),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unequal-draws] yearsLivedWithDisabilityDraws: all draws must be as many, since they go together one by one; found 200 and 9
        Fix: Draw as many of each: drawsOf(…, { seed, draws: 1000 }).]
    `);
    expect(() => yearsLivedWithDisabilityDraws(other, weights)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [nothing-drawn] yearsLivedWithDisabilityDraws: one of the inputs must be draws; found tables alone
        Fix: Draw what is uncertain: drawsOf(deaths, "poisson", { seed: 1 }).]
    `);
  });
});

describe("sharedYearsLivedDraws", () => {
  it("cost people × (1 − Π(1 − p d)) together, in each draw, and no more than a year a person", () => {
    const shared = sharedYearsLivedDraws(drawnCases, people, drawnWeights);
    const total = sumDraws(shared, "cause");
    const rowOf = (table: Draws, age: typeof young, cause?: string) =>
      Array.from({ length: table.length }, (_, row) => row).find((row) => {
        const at = (name: string) => table.keys[name]!.values[table.keys[name]!.codes[row]!];
        return at("age") === age && (cause === undefined || at("cause") === cause);
      })!;
    const share = (cause: string, d: number) => of(drawnCases, rowOf(drawnCases, old, cause))[d]! / 10_000;
    for (const [d, years] of of(total, rowOf(total, old)).entries()) {
      const [heart, pain] = [
        share("heart", d) * of(drawnWeights, 0)[d]!,
        share("back pain", d) * of(drawnWeights, 1)[d]!,
      ];
      expect(years).toBeCloseTo(10_000 * (1 - (1 - heart) * (1 - pain)), 6);
    }
    expect(shared.kind).toBe("years");
  });

  it("scaled have the same total in each draw, and the same shares within a part in a hundred", () => {
    const exact = sharedYearsLivedDraws(drawnCases, people, drawnWeights);
    const quick = sharedYearsLivedDraws(drawnCases, people, drawnWeights, { sharing: "scaled" });
    const [all, same] = [sumDraws(exact, "cause").values, sumDraws(quick, "cause").values];
    for (const [i, years] of all.entries()) expect(same[i]! / years).toBeCloseTo(1, 9);
    for (const [i, years] of exact.values.entries()) expect(Math.abs(quick.values[i]! / years - 1)).toBeLessThan(0.01);
    expect(() => sharedYearsLivedDraws(drawnCases, people, drawnWeights, { sharing: "fast" as "exact" })).toThrow(
      "[invalid-option]",
    );
  });

  it("equal sharedYearsLived where nothing varies, with severities", () => {
    const cases = tableFromRows(
      [
        { cause: "heart", cases: 300 },
        { cause: "back pain", cases: 200 },
      ],
      { cases: "count" },
    );
    const all = tableFromRows([{ people: 1000 }], { people: "count" });
    const still = mapDraws(
      drawsOf(severities, "dirichlet", { seed, draws: 2, split: { over: "state", cases: 9 } }),
      (s) => s,
      {
        step: "none",
      },
    );
    const same = { ...still, values: Float64Array.from([0.7, 0.2, 0.1, 0.7, 0.2, 0.1].flatMap((s) => [s, s])) };
    const known = [...sharedYearsLived(over(cases, all), weights, { severities })].map(({ years }) => years!);
    const drawn = sharedYearsLivedDraws(cases, all, weights, { severities: same });
    for (const [row, years] of known.entries()) for (const draw of of(drawn, row)) expect(draw).toBeCloseTo(years, 10);
  });

  it("pass what is missing, hold for nobody, and refuse more cases than people", () => {
    const gap = { ...drawnCases, missing: ["suppressed", null, null, null] as const };
    expect([...sharedYearsLivedDraws(gap, people, drawnWeights).missing].map(String).sort()).toEqual([
      "incomplete",
      "null",
      "null",
      "suppressed",
    ]);
    const nobody = tableFromRows([{ people: 0 }], { people: "count" });
    const one = drawsOf(tableFromRows([{ cause: "heart", cases: 5 }], { cases: "count" }), "poisson", { seed, draws });
    expect(sharedYearsLivedDraws(one, nobody, drawnWeights).missing).toEqual(["no population"]);
    const four = tableFromRows([{ people: 4 }], { people: "count" });
    expect(() => sharedYearsLivedDraws(one, four, drawnWeights)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [too-many-cases] sharedYearsLivedDraws: cases must be from 0 to the number of people in each draw; found 7 of 4 in draw 3:
        heart
        Fix: Draw shares of people as "beta" and multiply them by people: weighDraws(drawsOf(shares, "beta", { seed }), people, …).]
    `);
  });
});

describe("disabilityAdjustedLifeYearsDraws", () => {
  it("adds draw by draw, and an absent row counts 0 only where the deaths say so", () => {
    const lost = yearsOfLifeLostDraws(drawnDeaths, reference);
    const lived = yearsLivedWithDisabilityDraws(drawnCases, drawnWeights);
    const both = disabilityAdjustedLifeYearsDraws(lost, lived);
    expect(both.length).toBe(4);
    expect(of(both, 0)).toEqual(of(lost, 0).map((years, d) => years + of(lived, 0)[d]!));
    expect(of(both, 2)).toEqual(of(lived, 2)); // back pain: nobody died
    expect(both.missing).toEqual([null, null, null, null]);
    const partly = disabilityAdjustedLifeYearsDraws({ ...lost, absent: "unknown" }, lived);
    expect(partly.missing).toEqual([null, null, "incomplete", "incomplete"]);
    expect(partly.issues.map(({ code }) => code)).toContain("incomplete-burden");
  });

  it("keeps what both parts share: the variance of X + X is 4 Var X, and of unrelated parts the sum", () => {
    const lost = sumDraws(yearsOfLifeLostDraws(drawsOf(deaths, "poisson", { seed, draws: 4000 }), reference), "age");
    const twice = disabilityAdjustedLifeYearsDraws(lost, lost);
    expect(variance(of(twice)) / variance(of(lost))).toBeCloseTo(4, 9);
    const other = sumDraws(
      yearsOfLifeLostDraws(drawsOf(deaths, "poisson", { seed, draws: 4000, what: "others" }), reference),
      "age",
    );
    const apart = disabilityAdjustedLifeYearsDraws(lost, other);
    // A variance of 4,000 draws has a relative error of √(2 ÷ 4,000) = 0.022.
    expect(Math.abs(variance(of(apart)) / (2 * (59 ** 2 * 20 + 29 ** 2 * 400)) - 1)).toBeLessThan(5 * 0.0224);
  });

  it("refuses parts that are not years, or by other keys", () => {
    expect(() => disabilityAdjustedLifeYearsDraws(drawnDeaths, drawnDeaths)).toThrow("[not-years]");
    const lost = yearsOfLifeLostDraws(drawnDeaths, reference);
    expect(() => disabilityAdjustedLifeYearsDraws(lost, sumDraws(lost, "sex") as unknown as typeof lost)).toThrow(
      "[different-keys]",
    );
  });
});

describe("healthAdjustedLifeExpectancyDraws", () => {
  const died = sumOver(deaths, "cause");
  const cases = tableFromRows(
    [
      { ...female(young), cause: "heart", cases: 800 },
      { ...female(old), cause: "heart", cases: 2000 },
    ],
    { cases: "count" },
  );
  const lived = sumOver(yearsLivedWithDisability(cases, weights), "cause");
  const [known] = healthAdjustedLifeExpectancy(over(died, people), over(lived, people));

  it.each(["healthAdjusted", "lifeExpectancy", "lostToDisability"] as const)(
    "equals healthAdjustedLifeExpectancy where nothing varies: %s",
    (figure) => {
      const still = {
        ...drawsOf(died, "gamma", { seed, draws: 3 }),
        values: Float64Array.of(20, 20, 20, 400, 400, 400),
      };
      const found = healthAdjustedLifeExpectancyDraws(still, lived, people, { figure });
      for (const years of of(found)) expect(years).toBeCloseTo(known![figure]!, 12);
      expect(found.kind).toBe("expectancy");
    },
  );

  it("varies with deaths as Chiang's variance says, and with years lived besides", () => {
    // By hand, Chiang: q = 65m ÷ (1 + 32.5m); V = (32.5 + e(65))² q²(1 − q) ÷ D + (1 − q)² ÷ (D m²), e(65) = 1 ÷ m
    const [m0, m1] = [20 / 40_000, 400 / 10_000];
    const q = (65 * m0) / (1 + 65 * 0.5 * m0);
    const v = ((65 * 0.5 + 1 / m1) ** 2 * q ** 2 * (1 - q)) / 20 + (1 - q) ** 2 / (400 * m1 ** 2);
    const drawn = drawsOf(died, "gamma", { seed, draws: 2000 });
    const life = healthAdjustedLifeExpectancyDraws(drawn, lived, people, { figure: "lifeExpectancy" });
    // The sd of 2,000 draws has a relative error of 1 ÷ √4,000 = 0.016; the curve of 1 ÷ m adds 1 ÷ 400.
    expect(Math.abs(Math.sqrt(variance(of(life)) / v) - 1)).toBeLessThan(0.08);
    const more = sumDraws(
      yearsLivedWithDisabilityDraws(cases, drawsOf(weights, "beta", { seed, draws: 2000 })),
      "cause",
    );
    const [one, both] = [lived, more].map((part) =>
      variance(of(healthAdjustedLifeExpectancyDraws(drawn, part, people))),
    ) as [number, number];
    expect(both).toBeGreaterThan(one);
  });

  it("has no figure where a draw has no deaths in the open band, nobody lives in a band, or something is missing", () => {
    const few = tableFromRows(
      [
        { ...female(young), deaths: 5 },
        { ...female(old), deaths: 1 },
      ],
      { deaths: "count" },
    );
    expect(healthAdjustedLifeExpectancyDraws(drawsOf(few, "poisson", { seed }), lived, people).missing).toEqual([
      "too few events",
    ]);
    const nobody = tableFromRows(
      [
        { ...female(young), people: 40_000 },
        { ...female(old), people: 0 },
      ],
      { people: "count" },
    );
    const drawn = drawsOf(died, "gamma", { seed, draws: 2 });
    expect(healthAdjustedLifeExpectancyDraws(drawn, lived, nobody).missing).toEqual(["no population"]);
    expect(
      healthAdjustedLifeExpectancyDraws({ ...drawn, missing: ["suppressed", null] }, lived, people).missing,
    ).toEqual(["suppressed"]);
    const tooMuch = tableFromRows(
      [
        { ...female(young), years: 1 },
        { ...female(old), years: 10_001 },
      ],
      { years: "years" },
    );
    expect(() => healthAdjustedLifeExpectancyDraws(drawn, tooMuch, people)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [too-much-disability] healthAdjustedLifeExpectancyDraws: years lived with disability must be from 0 to 1 a person in each draw; found 1.0001 at ages 65+ in draw 1
        Fix: Adjust for comorbidity first with sharedYearsLivedDraws, and give people of as many years as the years lived.]
    `);
  });
});

describe("attributableFractionsDraws and attributableBurdenDraws", () => {
  const drawnSmoking = drawsOf(smoking, "beta", { seed, draws });
  const drawnRisks = drawsOf(risks, "log-normal", { seed, draws });

  it("are p(RR − 1) ÷ (1 + p(RR − 1)) in each draw, and × burden", () => {
    const fractions = attributableFractionsDraws(drawnSmoking, drawnRisks);
    const [p, rr] = [of(drawnSmoking, 1), of(drawnRisks, 0)];
    for (const [d, fraction] of of(fractions, 1).entries()) {
      const excess = p[d]! * (rr[d]! - 1);
      expect(fraction).toBeCloseTo(excess / (1 + excess), 14);
    }
    const burden = attributableBurdenDraws(yearsOfLifeLostDraws(drawnDeaths, reference), fractions);
    for (const [d, years] of of(burden, 1).entries())
      expect(years).toBeCloseTo(of(drawnDeaths, 1)[d]! * 29 * of(fractions, 1)[d]!, 9);
    expect(burden.provenance.evidence).toBe("modelled");
  });

  it("equal the functions of tables where nothing varies, with classes and a counterfactual", () => {
    const row = (exposure: string, share: number) => ({ exposure, share });
    const now = tableFromRows([row("current", 0.2), row("ex", 0.3)], { share: "ratio" });
    const then = tableFromRows([row("current", 0.05), row("ex", 0.35)], { share: "ratio" });
    const sure = tableFromRows(
      [
        { exposure: "current", cause: "heart", relativeRisk: 2, lower: 2, upper: 2 },
        { exposure: "ex", cause: "heart", relativeRisk: 1.2, lower: 1.2, upper: 1.2 },
      ],
      { relativeRisk: "ratio", lower: "limit", upper: "limit" },
    );
    const still = drawsOf(sure, "log-normal", { seed, draws: 2 });
    for (const options of [{}, { counterfactual: then }]) {
      const [known] = attributableFractions(now, only(sure, "relativeRisk"), options);
      for (const fraction of of(attributableFractionsDraws(now, still, options)))
        expect(fraction).toBeCloseTo(known!.fraction!, 14);
    }
    const lost = tableFromRows([{ cause: "heart", years: 500 }], { years: "years" });
    const [burden] = attributableBurden(lost, attributableFractions(now, only(sure, "relativeRisk")));
    expect(of(attributableBurdenDraws(lost, attributableFractionsDraws(now, still)))[1]).toBeCloseTo(
      burden!.attributable!,
      12,
    );
  });

  it("leaves out causes without a fraction, with a note, and is not summed over risks", () => {
    const lost = tableFromRows(
      [
        { ...female(young), cause: "heart", years: 10 },
        { ...female(young), cause: "falls", years: 10 },
      ],
      { years: "years" },
    );
    const fractions = attributableFractionsDraws(drawnSmoking, drawnRisks);
    const some = attributableBurdenDraws(lost, fractions);
    expect(Array.from(some.keys.cause.codes, (code) => some.keys.cause.values[code])).toEqual(["heart"]);
    expect(some.issues.map(({ code }) => code)).toEqual(["without-fraction"]);
    const byRisk = tableFromRows(
      ["salt", "smoking"].map((risk) => ({ risk, cause: "heart", fraction: 0.4 })),
      { fraction: "ratio" },
    );
    const drawn = attributableBurdenDraws(sumDraws(yearsOfLifeLostDraws(drawnDeaths, reference), "sex", "age"), byRisk);
    expect(() => sumDraws(drawn, "risk")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-additive] sumDraws: figures must not be summed over risk, since what goes with one risk goes with others too
        Fix: Keep one risk, or take them together first: of risks with jointFractions.]
    `);
    expect(sumDraws(drawn, "cause").length).toBe(2);
  });

  it("refuses shares of more than 1 together in a draw, and classes without a risk", () => {
    const much = tableFromRows(
      ["current", "ex"].map((exposure) => ({ exposure, share: 0.5, lower: 0.4, upper: 0.6 })),
      { share: "ratio", lower: "limit", upper: "limit" },
    );
    expect(() =>
      attributableFractionsDraws(drawsOf(much, "beta", { seed, draws }), drawnRisks),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-exposure] attributableFractionsDraws: shares of classes must be 0 or more, together 1 at most, in each draw; 1 of 1 groups and 0 of 2 shares are not:
        everyone
        Fix: Draw shares of several classes as "dirichlet" with split: { over: "exposure", cases }.]
    `);
    expect(() =>
      attributableFractionsDraws(drawsOf(smoking, "beta", { seed, draws }), {
        ...drawnRisks,
        keys: { ...drawnRisks.keys, exposure: { codes: [0], values: ["ex"] } } as unknown as typeof drawnRisks.keys,
      }),
    ).toThrow("[unmatched-rows]");
    expect(() =>
      attributableFractionsDraws(
        drawnSmoking,
        mapDraws(drawnRisks, (risk) => -risk, { step: "turned" }),
      ),
    ).toThrow("relative risks must be 0 or more");
  });
});

describe("mapDraws and sumDraws", () => {
  it("by hand: 1 − draw, and a key that is not there", () => {
    const turned = mapDraws(drawnDeaths, (n) => 1 - n, { kind: "score", step: "1 − deaths" });
    expect(of(turned, 0)).toEqual(of(drawnDeaths, 0).map((n) => 1 - n));
    expect(turned.kind).toBe("score");
    expect(turned.provenance.steps.at(-1)).toBe("1 − deaths");
    expect(summariseDraws(turned).length).toBe(2);
    expect(() => sumDraws(drawnDeaths, "area" as "age")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] sumDraws: unknown key "area" to sum over; there are sex, age, cause
        Fix: Name keys that the figures are by.]
    `);
  });
});
