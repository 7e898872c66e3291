import { ageBand, type Missing, only, over, sumOver, tableFromRows, takeRows } from "@popneeds/core";
import { createReferenceLifeTable, createStandard } from "@popneeds/population";
import { weightedSumVariance } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import {
  attributableBurden,
  attributableBurdenDraws,
  attributableBurdenLimits,
  attributableFractions,
  attributableFractionsDraws,
  burdenRate,
  burdenRateLimits,
  disabilityAdjustedLifeYearsLimits,
  disabilityWeights,
  drawsOf,
  sumDraws,
  summariseDraws,
  yearsLivedWithDisability,
  yearsLivedWithDisabilityLimits,
  yearsOfLifeLost,
  yearsOfLifeLostDraws,
  yearsOfLifeLostLimits,
} from "../../src/index.ts";

// SYNTHETIC: all figures are made up for these tests. They are of no place.
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
const standard = createStandard({
  id: "s",
  name: "a standard",
  source: "made up",
  rows: [
    [0, 65, 3],
    [65, Number.POSITIVE_INFINITY, 1],
  ],
});
const deathsOf = (few: number | Missing, many: number | Missing) =>
  tableFromRows(
    [
      { ...female(young), cause: "heart", deaths: few },
      { ...female(old), cause: "heart", deaths: many },
    ],
    { deaths: "count" },
    { absent: "zero" },
  );
const deaths = deathsOf(20, 400);
const lost = yearsOfLifeLost(deaths, reference);
const people = tableFromRows(
  [
    { ...female(young), people: 40_000 },
    { ...female(old), people: 10_000 },
  ],
  { people: "count" },
);
// 1.959963984540054: R 4.2.2, qnorm(0.975)
const z = 1.959963984540054;

describe("yearsOfLifeLostLimits", () => {
  it("by hand: e(32.5) = 59, e(70) = 29, so 12,780 years of variance 59² × 20 + 29² × 400", () => {
    const [all] = [...yearsOfLifeLostLimits(lost, deaths, { over: ["sex", "age"] })];
    const error = Math.sqrt(59 ** 2 * 20 + 29 ** 2 * 400);
    expect(all!.years).toBeCloseTo(12_780, 9);
    expect(all!.standardError).toBeCloseTo(error, 10);
    expect(all!.standardError).toBeCloseTo(Math.sqrt(weightedSumVariance([20, 400], [59, 29])), 10);
    expect(all!.lower).toBeCloseTo(12_780 - z * error, 8);
    expect(all!.upper).toBeCloseTo(12_780 + z * error, 8);
    // As a count of 12,780 the years would have the standard error 113: far too little.
    expect(all!.standardError! / Math.sqrt(12_780)).toBeGreaterThan(5);
  });

  it("log-normal limits are figure × exp(± z × standard error ÷ figure), at the level asked for", () => {
    const [row] = [...yearsOfLifeLostLimits(lost, deaths, { limits: "log-normal", level: 0.9 })];
    // 1.6448536269514722: R 4.2.2, qnorm(0.95); 20 deaths: standard error ÷ figure = 1 ÷ √20
    expect(row!.upper! / 1180).toBeCloseTo(Math.exp(1.6448536269514722 / Math.sqrt(20)), 10);
    expect(row!.lower! * row!.upper!).toBeCloseTo(1180 ** 2, 5);
  });

  it("says what was done", () => {
    expect(yearsOfLifeLostLimits(lost, deaths, { over: ["age"] }).provenance.steps.at(-1)).toBe(
      "summed over age; normal limits, level 0.95, by the delta method: variance Σ e² D, deaths being Poisson counts and the years of one death known",
    );
  });

  it("hold for years that go with an exposure, and are not summed over risks", () => {
    const fractions = tableFromRows(
      ["salt", "smoking"].map((risk) => ({ risk, cause: "heart", fraction: 0.25 })),
      { fraction: "ratio" },
    );
    const with_ = attributableBurden(lost, fractions);
    const rows = [...yearsOfLifeLostLimits(with_, deaths, { over: ["sex", "age"] })];
    expect(rows.map(({ risk }) => risk)).toEqual(["salt", "smoking"]);
    expect(rows[0]!.standardError).toBeCloseTo(0.25 * Math.sqrt(59 ** 2 * 20 + 29 ** 2 * 400), 10);
    expect(() => yearsOfLifeLostLimits(with_, deaths, { over: ["risk"] })).toThrow("[not-additive]");
  });

  it("without deaths have no limits, pass what is missing, and hold for no rows", () => {
    const none = yearsOfLifeLostLimits(yearsOfLifeLost(deathsOf(0, 5), reference), deathsOf(0, 5));
    const [zero, five] = [...none];
    expect([zero!.years, zero!.standardError, zero!.lower, zero!.missing]).toEqual([0, 0, null, "too few events"]);
    expect(five!.lower).toBeCloseTo(145 - z * 29 * Math.sqrt(5), 10);
    const gap = deathsOf("suppressed", 5);
    const each = yearsOfLifeLostLimits(yearsOfLifeLost(gap, reference), gap);
    expect([...each].map(({ missing }) => missing)).toEqual(["suppressed", null]);
    const [sum] = [...yearsOfLifeLostLimits(yearsOfLifeLost(gap, reference), gap, { over: ["age"] })];
    expect([sum!.years, sum!.missing]).toEqual([null, "incomplete"]);
    expect(yearsOfLifeLostLimits(takeRows(lost, []), takeRows(deaths, [])).length).toBe(0);
  });

  it("refuses sums of ages, years without deaths, other keys and odd options", () => {
    expect(() =>
      yearsOfLifeLostLimits(sumOver(lost, "age") as unknown as typeof lost, deaths),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] yearsOfLifeLostLimits: years must be by age, since deaths at different ages take different years; the table has sex, cause
        Fix: Give years and deaths before they are summed over age.]
    `);
    expect(() => yearsOfLifeLostLimits(lost, deathsOf(0, 400))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [years-without-deaths] yearsOfLifeLostLimits: years are lost with deaths; 1 of 2 rows have years and no deaths:
        female  0-64  heart
        Fix: Give the deaths from which the years were worked out.]
    `);
    expect(() =>
      yearsOfLifeLostLimits(lost, sumOver(deaths, "cause") as unknown as typeof deaths),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [different-keys] yearsOfLifeLostLimits: deaths must be by the same keys as the years; they are not by cause
        Fix: Give the deaths that the years were lost with, before either is summed.]
    `);
    expect(() => yearsOfLifeLostLimits(lost, deaths, { level: 95 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] yearsOfLifeLostLimits: level must be between 0 and 1, and limits normal or log-normal; found 95 and normal
        Fix: Write 0.95 for 95%.]
    `);
    expect(() => yearsOfLifeLostLimits(lost, deaths, { over: ["area" as "age"] })).toThrow("[unknown-key]");
  });
});

describe("burdenRateLimits", () => {
  it("by hand: Σ w e D ÷ P ÷ Σ w, and Σ (w e ÷ P)² D ÷ (Σ w)²", () => {
    const [rate] = [...burdenRateLimits(over(lost, people), deaths, { standard, per: 1000 })];
    expect(rate!.value).toBeCloseTo(((3 * 59 * 20) / 40_000 + (29 * 400) / 10_000) * 250, 9);
    const error = 250 * Math.sqrt(((3 * 59) / 40_000) ** 2 * 20 + (29 / 10_000) ** 2 * 400);
    expect(rate!.standardError).toBeCloseTo(error, 10);
    expect(rate!.upper).toBeCloseTo(rate!.value! + z * error, 9);
    expect(Object.keys(rate!)).toContain("cause");
  });

  it("crude: Σ e D ÷ Σ P, and Σ e² D ÷ (Σ P)²; the value is that of burdenRate", () => {
    const found = burdenRateLimits(over(lost, people), deaths);
    const [rate] = [...found];
    expect(rate!.value).toBe([...burdenRate(over(lost, people))][0]!.value);
    expect(rate!.standardError).toBeCloseTo(2 * Math.sqrt(59 ** 2 * 20 + 29 ** 2 * 400), 9);
    expect(found.provenance.steps.at(-1)).toMatchInlineSnapshot(
      `"rate of years lost per 100,000 people, crude; normal limits, level 0.95, by the delta method: variance Σ (w e ÷ P)² D, deaths D being Poisson counts and the years e of one death known"`,
    );
  });

  it("sums sexes within an age first", () => {
    const both = tableFromRows(
      (["female", "male"] as const).flatMap((sex) => [
        { sex, age: young, n: 10 },
        { sex, age: old, n: 200 },
      ]),
      { n: "count" },
    );
    const halves = tableFromRows(
      (["female", "male"] as const).flatMap((sex) => [
        { sex, age: young, people: 20_000 },
        { sex, age: old, people: 5000 },
      ]),
      { people: "count" },
    );
    const [rate] = [...burdenRateLimits(over(yearsOfLifeLost(both, reference), halves), both, { standard })];
    const [one] = [...burdenRateLimits(over(lost, people), deaths, { standard })];
    expect(rate!.standardError).toBeCloseTo(one!.standardError!, 9);
  });

  it("passes what is missing", () => {
    const gap = deathsOf("suppressed", 5);
    const [rate] = [...burdenRateLimits(over(yearsOfLifeLost(gap, reference), people), gap, { standard })];
    expect([rate!.value, rate!.standardError, rate!.missing]).toEqual([null, null, "suppressed"]);
  });
});

// R 4.2.2, uniroot over qbeta (see betaShapes): mean 0.2 with 0.1 to 0.32 is beta(9.7909424680395, 39.163769872158)
const variance = (0.2 * 0.8) / (9.7909424680395 + 39.163769872158 + 1);
const weightsOf = (rows: readonly (readonly [string, string, string, string])[]) =>
  disabilityWeights(
    rows.map(([health_state, dw, lower95, upper95]) => ({ health_state, dw, lower95, upper95 })),
    { name: "synthetic", licence: "none needed", evidence: "assumption" },
  );
const sharesOf = (share: number, lower: number | Missing, upper: number | Missing) =>
  tableFromRows([{ cause: "heart", share, lower, upper }], { share: "ratio", lower: "limit", upper: "limit" });
const areas = tableFromRows(
  [
    { area: "A", people: 1000 },
    { area: "B", people: 1000 },
  ],
  { people: "count" },
);

describe("yearsLivedWithDisabilityLimits", () => {
  it("by hand: (P w)² Var p where the weight is known, (P p)² Var w where the prevalence is, and their sum", () => {
    const known = weightsOf([["heart", "0.5", "0.5", "0.5"]]);
    const [first] = [...yearsLivedWithDisabilityLimits(sharesOf(0.2, 0.1, 0.32), areas, known)];
    expect([first!.area, first!.cause, first!.years]).toEqual(["A", "heart", 100]);
    expect(first!.standardError).toBeCloseTo(500 * Math.sqrt(variance), 8);
    const weights = weightsOf([["heart", "0.2", "0.1", "0.32"]]);
    const [second] = [...yearsLivedWithDisabilityLimits(sharesOf(0.5, 0.5, 0.5), areas, weights)];
    expect(second!.standardError).toBeCloseTo(500 * Math.sqrt(variance), 8);
    const [both] = [...yearsLivedWithDisabilityLimits(sharesOf(0.2, 0.1, 0.32), areas, weights)];
    expect(both!.standardError).toBeCloseTo(200 * Math.sqrt(2 * variance), 8);
  });

  it("of a sum keep what areas share: twice the years, twice the standard error", () => {
    const weights = weightsOf([["heart", "0.2", "0.1", "0.32"]]);
    const [one] = [...yearsLivedWithDisabilityLimits(sharesOf(0.2, 0.1, 0.32), areas, weights)];
    const table = yearsLivedWithDisabilityLimits(sharesOf(0.2, 0.1, 0.32), areas, weights, { over: ["area"] });
    const [sum] = [...table];
    expect(sum!.years).toBeCloseTo(80, 10);
    expect(sum!.standardError).toBeCloseTo(2 * one!.standardError!, 10);
    expect(table.provenance.evidence).toBe("assumption");
    expect(table.provenance.steps.at(-1)).toMatchInlineSnapshot(
      `"years lived with disability: people × share who have each cause × the weight of the cause, summed over area; normal limits, level 0.95, by the delta method: shares and weights as beta, a weight the same in all rows"`,
    );
  });

  it("of severities: cases² (Σ s w² − (Σ s w)²) ÷ (n + 1) = 100² × (0.082 − 0.22²) ÷ 21 = 16", () => {
    const weights = weightsOf([
      ["mild", "0.1", "0.1", "0.1"],
      ["severe", "0.5", "0.5", "0.5"],
    ]);
    const severities = tableFromRows(
      [
        { cause: "heart", state: "mild", share: 0.7 },
        { cause: "heart", state: "severe", share: 0.3 },
      ],
      { share: "ratio" },
    );
    const prevalence = sharesOf(0.1, 0.1, 0.1);
    const [row] = [...yearsLivedWithDisabilityLimits(prevalence, areas, weights, { severities, severityCases: 20 })];
    expect(row!.years).toBeCloseTo(22, 10);
    expect(row!.standardError).toBeCloseTo(4, 10);
    const [known] = [...yearsLivedWithDisabilityLimits(prevalence, areas, weights, { severities })];
    expect([known!.standardError, known!.lower]).toEqual([0, known!.years]);
  });

  it("gives the years of yearsLivedWithDisability", () => {
    const weights = weightsOf([["heart", "0.2", "0.1", "0.32"]]);
    const cases = tableFromRows([{ area: "A", cause: "heart", cases: 200 }], { cases: "count" });
    const [known] = [...yearsLivedWithDisability(cases, weights)];
    expect([...yearsLivedWithDisabilityLimits(sharesOf(0.2, 0.1, 0.32), areas, weights)][0]!.years).toBe(known!.years);
  });

  it("has no limits where an input has none, passes what is missing, and takes nobody for nothing", () => {
    const open = weightsOf([["heart", "0.2", "", ""]]);
    const [row] = [...yearsLivedWithDisabilityLimits(sharesOf(0.2, 0.1, 0.32), areas, open)];
    expect([row!.years, row!.lower, row!.missing]).toEqual([40, null, "not available"]);
    const some = tableFromRows(
      [
        { area: "A", people: 0 },
        { area: "B", people: "suppressed" as number | Missing },
      ],
      { people: "count" },
    );
    const weights = weightsOf([["heart", "0.2", "0.1", "0.32"]]);
    const found = [...yearsLivedWithDisabilityLimits(sharesOf(0.2, 0.1, 0.32), some, weights)];
    expect(found.map(({ years, missing }) => [years, missing])).toEqual([
      [0, "too few events"],
      [null, "suppressed"],
    ]);
  });

  it("refuses limits that do not suit a share, and an odd number of cases", () => {
    const weights = weightsOf([["heart", "0.2", "0.1", "0.32"]]);
    expect(() =>
      yearsLivedWithDisabilityLimits(sharesOf(0.2, 0.3, 0.4), areas, weights),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-drawable] yearsLivedWithDisabilityLimits: mean and limits must be in order from 0 to 1, got 0.2 with 0.3 to 0.4
        heart
        Fix: Correct the figure or its limits, or the level that limits have.]
    `);
    expect(() =>
      yearsLivedWithDisabilityLimits(
        only(sharesOf(0.2, 0.1, 0.32), "share") as unknown as ReturnType<typeof sharesOf>,
        areas,
        weights,
      ),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-drawable] yearsLivedWithDisabilityLimits: figures that are uncertain need the measures lower and upper; found share
        Fix: Give their limits: equal to the figure where it is known.]
    `);
    expect(() =>
      yearsLivedWithDisabilityLimits(sharesOf(0.2, 0.1, 0.32), areas, weights, { severityCases: 0 }),
    ).toThrow("[invalid-option]");
  });
});

describe("disabilityAdjustedLifeYearsLimits", () => {
  const died = yearsOfLifeLostLimits(lost, deaths, { over: ["sex", "age"] });
  const lived = yearsLivedWithDisabilityLimits(
    tableFromRows(
      [
        { cause: "heart", share: 0.2, lower: 0.1, upper: 0.32 },
        { cause: "back pain", share: 0.2, lower: 0.1, upper: 0.32 },
      ],
      { share: "ratio", lower: "limit", upper: "limit" },
    ),
    tableFromRows([{ people: 50_000 }], { people: "count" }),
    weightsOf([
      ["heart", "0.2", "0.1", "0.32"],
      ["back pain", "0.5", "0.5", "0.5"],
    ]),
  );

  it("adds variances; a cause of which nobody died has the limits of its years lived", () => {
    const [heart, pain] = [...disabilityAdjustedLifeYearsLimits(died, lived, { limits: "log-normal" })];
    expect(heart!.years).toBeCloseTo(12_780 + 2000, 9);
    const error = Math.sqrt(59 ** 2 * 20 + 29 ** 2 * 400 + 2 * (50_000 * 0.2) ** 2 * variance);
    expect(heart!.standardError).toBeCloseTo(error, 7);
    expect(heart!.upper).toBeCloseTo(14_780 * Math.exp((z * error) / 14_780), 7);
    expect([pain!.cause, pain!.years]).toEqual(["back pain", 5000]);
    expect(pain!.standardError).toBeCloseTo(50_000 * 0.5 * Math.sqrt(variance), 7);
  });

  it("is incomplete where a part is not known", () => {
    const gap = deathsOf("suppressed", 400);
    const partly = yearsOfLifeLostLimits(yearsOfLifeLost(gap, reference), gap, { over: ["sex", "age"] });
    const table = disabilityAdjustedLifeYearsLimits(partly, lived);
    expect([...table].map(({ missing }) => missing)).toEqual(["incomplete", null]);
    expect(table.issues.map(({ code }) => code)).toContain("incomplete-burden");
  });
});

describe("attributableBurdenLimits", () => {
  type Limited = { readonly share: number; readonly lower: number; readonly upper: number };
  const smokingOf = (of: (age: typeof young) => Limited) =>
    tableFromRows(
      [young, old].map((age) => ({ age, exposure: "current", ...of(age) })),
      { share: "ratio", lower: "limit", upper: "limit" },
    );
  const known = smokingOf(() => ({ share: 0.25, lower: 0.25, upper: 0.25 }));
  const uncertain = smokingOf(() => ({ share: 0.2, lower: 0.1, upper: 0.32 }));
  const risksOf = (relativeRisk: number, lower: number, upper: number) =>
    tableFromRows([{ exposure: "current", cause: "heart", relativeRisk, lower, upper }], {
      relativeRisk: "ratio",
      lower: "limit",
      upper: "limit",
    });
  const all = { over: ["sex", "age"] as const };

  it("by hand: F² Σ e² D where the fraction is known, 0.25 ÷ 1.25", () => {
    const [row] = [...attributableBurdenLimits(lost, deaths, known, risksOf(2, 2, 2), all)];
    expect(row!.attributable).toBeCloseTo(0.2 * 12_780, 9);
    expect(row!.standardError).toBeCloseTo(0.2 * Math.sqrt(59 ** 2 * 20 + 29 ** 2 * 400), 9);
  });

  it("by hand: one relative risk moves both ages together, (Σ Y p RR ÷ (1 + N)²)² Var ln RR", () => {
    const [row] = [...attributableBurdenLimits(lost, deaths, known, risksOf(2, 1.6, 2.5), all)];
    const ofRisk = (12_780 * 0.5) / 1.25 ** 2;
    const error = Math.sqrt(0.04 * (59 ** 2 * 20 + 29 ** 2 * 400) + (ofRisk * (Math.log(2.5 / 1.6) / (2 * z))) ** 2);
    expect(row!.standardError).toBeCloseTo(error, 8);
    expect(row!.lower).toBeCloseTo(0.2 * 12_780 - z * error, 7);
  });

  it("by hand: a share of each age varies by itself, Σ (Y (RR − 1) ÷ (1 + N)²)² Var p", () => {
    const [row] = [...attributableBurdenLimits(lost, deaths, uncertain, risksOf(2, 2, 2), all)];
    const fraction = 0.2 / 1.2;
    const ofShares = ((1180 / 1.44) ** 2 + (11_600 / 1.44) ** 2) * variance;
    const error = Math.sqrt(fraction ** 2 * (59 ** 2 * 20 + 29 ** 2 * 400) + ofShares);
    expect(row!.standardError).toBeCloseTo(error, 7);
  });

  it("with a counterfactual has the figure of attributableBurden, and slopes as small steps of it give", () => {
    const then = tableFromRows(
      [young, old].map((age) => ({ age, exposure: "current", share: 0.1 })),
      { share: "ratio" },
    );
    const years = (share: number, rr: number) => {
      const now = only(
        smokingOf(() => ({ share, lower: share, upper: share })),
        "share",
      );
      const fractions = attributableFractions(now, only(risksOf(rr, rr, rr), "relativeRisk"), { counterfactual: then });
      return [...sumOver(attributableBurden(lost, fractions), "sex", "age", "cause")][0]!.attributable!;
    };
    const options = { ...all, counterfactual: then };
    const [row] = [...attributableBurdenLimits(lost, deaths, known, risksOf(2, 1.6, 2.5), options)];
    expect(row!.attributable).toBeCloseTo(years(0.25, 2), 8);
    const step = 1e-5;
    const slope = (years(0.25, 2 * Math.exp(step)) - years(0.25, 2 * Math.exp(-step))) / (2 * step);
    const fraction = years(0.25, 2) / 12_780;
    const expected = Math.sqrt(
      fraction ** 2 * (59 ** 2 * 20 + 29 ** 2 * 400) + (slope * (Math.log(2.5 / 1.6) / (2 * z))) ** 2,
    );
    expect(row!.standardError! / expected).toBeCloseTo(1, 8);
    const ofAge = attributableBurdenLimits(lost, deaths, uncertain, risksOf(2, 2, 2), { counterfactual: then });
    const [first] = [...ofAge];
    // By hand, N = 0.2 and N′ = 0.1: F = 0.1 ÷ 1.2, dF/dp = 1 × 1.1 ÷ 1.44
    expect(first!.attributable).toBeCloseTo((1180 * 0.1) / 1.2, 9);
    const error = Math.sqrt((0.1 / 1.2) ** 2 * 59 ** 2 * 20 + ((1180 * 1.1) / 1.44) ** 2 * variance);
    expect(first!.standardError).toBeCloseTo(error, 8);
  });

  it("agrees with draws, within five Monte Carlo errors and what is of second order", () => {
    const near = smokingOf(() => ({ share: 0.3, lower: 0.27, upper: 0.331 }));
    const risks = risksOf(2, 1.8, 2.2222222222222223);
    const [row] = [...attributableBurdenLimits(lost, deaths, near, risks, all)];
    const draws = 4000;
    const drawn = attributableBurdenDraws(
      yearsOfLifeLostDraws(drawsOf(deaths, "poisson", { seed: 3, draws }), reference),
      attributableFractionsDraws(
        drawsOf(near, "beta", { seed: 3, draws }),
        drawsOf(risks, "log-normal", { seed: 3, draws }),
      ),
    );
    const [found] = [...summariseDraws(sumDraws(drawn, "sex", "age"))];
    // Second order: about half of the squared relative error of the fraction, 0.5 × 0.06² of the figure.
    expect(Math.abs(found!.mean! - row!.attributable!)).toBeLessThan(
      5 * found!.monteCarloError! + 0.002 * row!.attributable!,
    );
    expect(Math.abs((found!.monteCarloError! * Math.sqrt(draws)) / row!.standardError! - 1)).toBeLessThan(
      5 / Math.sqrt(2 * draws) + 0.005,
    );
  });

  it("leaves out causes that the exposure does not act on, keeps risks apart, and passes what is missing", () => {
    const byRisk = tableFromRows(
      ["salt", "smoking"].map((risk) => ({ risk, exposure: "current", share: 0.25, lower: 0.25, upper: 0.25 })),
      { share: "ratio", lower: "limit", upper: "limit" },
    );
    const apart = attributableBurdenLimits(lost, deaths, byRisk, risksOf(2, 2, 2), all);
    expect([...apart].map(({ risk }) => risk)).toEqual(["salt", "smoking"]);
    expect(() => attributableBurdenLimits(lost, deaths, byRisk, risksOf(2, 2, 2), { over: ["risk" as "age"] })).toThrow(
      "[unknown-key]",
    );
    const falls = tableFromRows([{ exposure: "current", cause: "falls", relativeRisk: 2, lower: 2, upper: 2 }], {
      relativeRisk: "ratio",
      lower: "limit",
      upper: "limit",
    });
    const none = attributableBurdenLimits(lost, deaths, known, falls);
    expect([none.length, none.issues.map(({ code }) => code)]).toEqual([0, ["without-fraction"]]);
    const gap = deathsOf("suppressed", 400);
    const partly = attributableBurdenLimits(yearsOfLifeLost(gap, reference), gap, known, risksOf(2, 2, 2));
    expect([...partly].map(({ missing }) => missing)).toEqual(["suppressed", null]);
  });

  it("refuses limits that are not about their risk, and an odd level", () => {
    expect(() => attributableBurdenLimits(lost, deaths, known, risksOf(2, 2.1, 3))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-drawable] attributableBurdenLimits: limits of a ratio must be above 0 and about it, got 2 with 2.1 to 3
        current  heart
        Fix: Correct the figure or its limits.]
    `);
    expect(() => attributableBurdenLimits(lost, deaths, known, risksOf(2, 1, 3), { inputLevel: 95 })).toThrow(
      "[invalid-option]",
    );
  });
});
