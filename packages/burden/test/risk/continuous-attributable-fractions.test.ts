import { type Missing, noSource, type Sex, tableFromRows, withStep } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import {
  attributableBurden,
  type ContinuousAttributableFractionsOptions,
  continuousAttributableFractions,
  jointFractions,
} from "../../src/index.ts";

// All figures are made up for these tests.
type Figure = number | Missing;
const exposed = (...rows: readonly (readonly [Sex, Figure, Figure])[]) =>
  tableFromRows(
    rows.map(([sex, mean, sd]) => ({ sex, mean, sd })),
    { mean: "score", sd: "score" },
  );
const index = exposed(["female", 27, 5], ["male", 26, 5]);
const risks = tableFromRows(
  [
    { cause: "heart", relativeRisk: 1.3 },
    { cause: "fracture", relativeRisk: 1 / 1.3 },
  ],
  { relativeRisk: "ratio" },
  { provenance: withStep(noSource, "relative risks: made up") },
);
const heart = tableFromRows([{ cause: "heart", relativeRisk: 1.3 }], { relativeRisk: "ratio" });
const options = { per: 5, leastRisk: 22.5 } as const;
const first = (
  of: Parameters<typeof continuousAttributableFractions>[0],
  own: ContinuousAttributableFractionsOptions,
  risk = heart,
) => [...continuousAttributableFractions(of, risk, own)][0]!.fraction!;

describe("continuousAttributableFractions", () => {
  it("agrees with the integral by mpmath, for each shape, and for people at one exposure or at others", () => {
    // python mpmath 1.3, 30 digits: quad of exp(ln 1.3 ÷ 5 × max(min(x, highest) − 22.5, 0)) × density.
    expect(first(index, options)).toBeCloseTo(0.250444264566944, 10);
    expect(first(index, { ...options, highest: 40 })).toBeCloseTo(0.249858655394396, 10);
    expect(first(index, { ...options, counterfactual: exposed(["female", 26, 5], ["male", 26, 5]) })).toBeCloseTo(
      0.042977720246675,
      10,
    );
    expect(first(index, { ...options, counterfactual: 25 })).toBeCloseTo(0.145374970717119, 10);
    const particles = exposed(["female", 10, 6]);
    const risk = tableFromRows([{ cause: "lung", relativeRisk: 1.2 }], { relativeRisk: "ratio" });
    expect(first(particles, { shape: "log-normal", per: 5, leastRisk: 4, highest: 30 }, risk as never)).toBeCloseTo(
      0.213859221298601,
      10,
    );
    expect(first(particles, { shape: "gamma", per: 5, leastRisk: 4 }, risk as never)).toBeCloseTo(
      0.220921280401138,
      10,
    );
  });

  it("by hand where nearly all are far above the least: 1 − 1 ÷ exp(βμ + β²σ² ÷ 2)", () => {
    const rise = Math.log(1.3) / 5;
    expect(first(exposed(["female", 80, 5]), { per: 5 })).toBeCloseTo(
      1 - Math.exp(-(80 * rise + (25 * rise * rise) / 2)),
      10,
    );
  });

  it("gives a fraction for each cause, below 0 where exposure protects, and 0 where nothing would change", () => {
    const found = continuousAttributableFractions(index, risks, options);
    expect([...found].map(({ sex, cause, fraction }) => [sex, cause, Math.sign(fraction!)])).toEqual([
      ["female", "heart", 1],
      ["female", "fracture", -1],
      ["male", "heart", 1],
      ["male", "fracture", -1],
    ]);
    for (const { fraction } of continuousAttributableFractions(index, risks, { ...options, counterfactual: index }))
      expect(fraction).toBe(0);
  });

  it("is modelled, keeps the source of the risks, and says what was set", () => {
    const { evidence, steps, inputs } = continuousAttributableFractions(index, risks, {
      ...options,
      highest: 40,
    }).provenance;
    expect([evidence, inputs[1]!.steps]).toEqual(["modelled", ["relative risks: made up"]]);
    expect(steps).toEqual([
      "attributable fractions: normal exposure × log-linear relative risks per 5, least at 22.5, no higher above 40, against everybody at 22.5",
    ]);
    const said = continuousAttributableFractions(index, risks, { ...options, counterfactual: 0 }).provenance.steps[0];
    expect(said!.endsWith("against everybody at 0")).toBe(true);
  });

  it("passes what is missing, of the exposure, the risk or the counterfactual, and holds for no rows", () => {
    const missing = exposed(["female", "suppressed", 5], ["male", 26, "not available"]);
    const reasons = (own: ContinuousAttributableFractionsOptions, of = missing) =>
      [...continuousAttributableFractions(of, heart, own)].map((row) => row.missing);
    expect(reasons(options)).toEqual(["suppressed", "not available"]);
    expect(reasons({ ...options, counterfactual: missing }, index)).toEqual(["suppressed", "not available"]);
    const unknown = tableFromRows([{ cause: "heart", relativeRisk: "unknown" as Figure }], { relativeRisk: "ratio" });
    expect([...continuousAttributableFractions(index, unknown, options)].map((row) => row.missing)).toEqual([
      "unknown",
      "unknown",
    ]);
    expect([...continuousAttributableFractions(exposed(), heart, options)]).toEqual([]);
  });

  it("feeds attributableBurden and jointFractions as fractions by classes do", () => {
    const fractions = continuousAttributableFractions(exposed(["female", 27, 5]), heart, options);
    const burden = tableFromRows([{ sex: "female" as Sex, cause: "heart", years: 1000 }], { years: "years" });
    expect([...attributableBurden(burden, fractions)][0]!.attributable).toBeCloseTo(250.444264566944, 6);
    const of = (risk: string, fraction: number) => ({ sex: "female" as Sex, cause: "heart", risk, fraction });
    const both = tableFromRows([of("weight", [...fractions][0]!.fraction!), of("smoking", 0.2)], { fraction: "ratio" });
    const joint = jointFractions(both);
    // 1 − (1 − 0.250444264566944) × 0.8.
    expect([...joint][0]!.fraction).toBeCloseTo(0.400355411653555, 10);
  });

  it.each<[string, () => unknown, string]>([
    [
      "an sd of 0",
      () => first(exposed(["female", 27, 0]), options),
      "[invalid-exposure] continuousAttributableFractions: exposures must be normal, their standard deviations and relative risks above 0, and the risk have a mean over them; 1 of 1 fail:\n  female: sd must be above 0, got 0",
    ],
    [
      "a log-normal exposure without a highest",
      () => first(index, { ...options, shape: "log-normal" }),
      "2 of 2 fail:",
    ],
    [
      "a risk of 0",
      () => first(index, options, tableFromRows([{ cause: "heart", relativeRisk: 0 }], { relativeRisk: "ratio" })),
      "female: relative risk must be above 0, got 0",
    ],
    [
      "another shape",
      () => first(index, { shape: "beta" as never }),
      "[invalid-option] continuousAttributableFractions: shape must be normal, log-normal or gamma; found beta",
    ],
    [
      "a rise of 0",
      () => first(index, { per: 0 }),
      "[invalid-option] continuousAttributableFractions: per must be above 0; found 0",
    ],
    [
      "a highest below the least",
      () => first(index, { leastRisk: 20, highest: 10 }),
      "[invalid-option] continuousAttributableFractions: highest must be above leastRisk, 20; found 10",
    ],
    [
      "no least",
      () => first(index, { leastRisk: Number.NaN }),
      "[invalid-option] continuousAttributableFractions: leastRisk must be an exposure; found NaN",
    ],
    [
      "a missing counterfactual",
      () => first(index, { counterfactual: Number.NaN }),
      "[invalid-option] continuousAttributableFractions: counterfactual must be an exposure or a table of them; found NaN",
    ],
    [
      "an exposure without counterfactual",
      () => first(index, { counterfactual: exposed(["female", 25, 5]) }),
      "[unmatched-rows] continuousAttributableFractions: every row needs a counterfactual; 1 of 2 have none:\n  male",
    ],
    [
      "an exposure without risk",
      () =>
        first(
          index,
          options,
          tableFromRows([{ sex: "male" as Sex, cause: "heart", relativeRisk: 2 }], { relativeRisk: "ratio" }) as never,
        ),
      "[unmatched-rows] continuousAttributableFractions: every row needs a relative risk; 1 of 2 have none:\n  female",
    ],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
