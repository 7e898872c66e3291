import { type Missing, noSource, type Sex, sumOver, tableFromRows, withStep } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { attributableBurden, attributableFractions, jointFractions } from "../../src/index.ts";

// All figures are made up for these tests.
const smoking = tableFromRows(
  [
    { sex: "female" as Sex, exposure: "current", share: 0.2 },
    { sex: "female" as Sex, exposure: "former", share: 0.1 },
    { sex: "male" as Sex, exposure: "current", share: "suppressed" as number | Missing },
    { sex: "male" as Sex, exposure: "former", share: 0.1 },
  ],
  { share: "ratio" },
);
const risks = tableFromRows(
  [
    { cause: "heart", exposure: "current", relativeRisk: 2 },
    { cause: "heart", exposure: "former", relativeRisk: 1.5 },
    { cause: "tremor", exposure: "current", relativeRisk: 0.5 },
    { cause: "tremor", exposure: "former", relativeRisk: 1 },
  ],
  { relativeRisk: "ratio" },
  { provenance: withStep(noSource, "relative risks: made up") },
);
const women = { sex: "female" as Sex };

describe("attributableFractions", () => {
  it("by hand, for each cause; below 0 where exposure protects; missing stays missing", () => {
    const found = attributableFractions(smoking, risks);
    const rows = [...found];
    expect(rows.map(({ sex, cause, missing }) => [sex, cause, missing])).toEqual([
      ["female", "heart", null],
      ["female", "tremor", null],
      ["male", "heart", "suppressed"],
      ["male", "tremor", "suppressed"],
    ]);
    // 0.2 × 1 + 0.1 × 0.5 = 0.25: 0.25 ÷ 1.25. −0.1 ÷ 0.9
    expect(rows[0]!.fraction).toBeCloseTo(0.2, 14);
    expect(rows[1]!.fraction).toBeCloseTo(-1 / 9, 14);
    expect(found.provenance.evidence).toBe("modelled");
    expect(found.provenance.inputs.flatMap(({ steps }) => steps)).toContain("relative risks: made up");
  });

  it("against another exposure, by hand", () => {
    const half = tableFromRows(
      [
        { ...women, exposure: "current", share: 0.1 },
        { ...women, exposure: "former", share: 0.1 },
      ],
      { share: "ratio" },
    );
    const now = tableFromRows(
      [...smoking].slice(0, 2).map(({ sex, exposure, share }) => ({ sex, exposure, share: share! })),
      { share: "ratio" },
    );
    // 1.25 now, 1.15 then: 0.1 ÷ 1.25
    expect([...attributableFractions(now, risks, { counterfactual: half })][0]!.fraction).toBeCloseTo(0.08, 14);
  });

  it("refuses classes without a risk, and percentages", () => {
    const vapes = tableFromRows([{ ...women, exposure: "vapes", share: 0.1 }], { share: "ratio" });
    expect(() => attributableFractions(vapes, risks)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unmatched-rows] attributableFractions: every row needs a relative risk for its class of exposure; 1 of 1 have none:
        female  vapes
        Fix: Leave the class of the unexposed out, or give it the relative risk 1.]
    `);
    const percent = tableFromRows([{ ...women, exposure: "current", share: 20 }], { share: "ratio" });
    expect(() => attributableFractions(percent, risks)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-exposure] attributableFractions: shares of classes must be from 0 to 1, together 1 at most, and relative risks 0 or more; 2 of 2 groups fail:
        female  current: proportions must be from 0 to 1, got 20 in class 0
        female  current: proportions must be from 0 to 1, got 20 in class 0
        Fix: Give shares, not percentages, of classes that do not overlap.]
    `);
  });
});

describe("attributableBurden", () => {
  const lost = tableFromRows(
    [
      { ...women, cause: "heart", years: 1000 },
      { ...women, cause: "tremor", years: 90 },
      { ...women, cause: "falls", years: 70 },
    ],
    { years: "years" },
  );
  it("by hand, and names what it leaves out", () => {
    const found = attributableBurden(lost, attributableFractions(smoking, risks));
    expect([...found].map(({ cause }) => cause)).toEqual(["heart", "tremor"]);
    expect([...found][0]!.attributable).toBeCloseTo(200, 10);
    expect([...found][1]!.attributable).toBeCloseTo(-10, 10);
    expect(found.issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "without-fraction: attributable burden is of rows that have a fraction; 1 have none and are left out: female  falls",
      ]
    `);
  });

  it("of several risks is not to be added over them", () => {
    const fractions = tableFromRows(
      [
        { cause: "heart", risk: "smoking", fraction: 0.2 },
        { cause: "heart", risk: "salt", fraction: 0.3 },
      ],
      { fraction: "ratio" },
    );
    const found = attributableBurden(lost, fractions);
    expect([...found].map(({ attributable }) => attributable)).toEqual([200, 300]);
    expect(() => sumOver(found, "risk")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [people-counted-again] the same attributable stands for every risk; summing over it would count them again
        Fix: Sum the events first: over(sumOver(events, "risk"), people).]
    `);
    // 1 − 0.8 × 0.7
    expect([...attributableBurden(lost, jointFractions(fractions))][0]!.attributable).toBeCloseTo(440, 10);
  });
});

describe("jointFractions", () => {
  const fractions = tableFromRows(
    [
      { cause: "heart", risk: "salt", fraction: 0.2 },
      { cause: "heart", risk: "blood pressure", fraction: 0.3 },
      { cause: "stomach", risk: "salt", fraction: 0.2 },
    ],
    { fraction: "ratio" },
  );
  it("takes out what is mediated, where the mediator is there: by hand", () => {
    const found = jointFractions(fractions, { mediated: { salt: { "blood pressure": 0.5 } } });
    // 1 − 0.9 × 0.7; alone 0.2
    expect([...found][0]!.fraction).toBeCloseTo(0.37, 14);
    expect([...found][1]!.fraction).toBeCloseTo(0.2, 14);
    expect(found.provenance.steps).toMatchInlineSnapshot(`
      [
        "joint fraction of salt, blood pressure: 1 − Π(1 − fraction), risks taken to act independently, without what is mediated (0.5 of salt through blood pressure)",
      ]
    `);
  });

  it("refuses parts that cannot be and risks that are not there", () => {
    expect(() =>
      jointFractions(fractions, { mediated: { salt: { weight: 0.5 } } }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] jointFractions: mediated parts must be from 0 to 1, of risks of the table (salt, blood pressure); found 0.5 of salt through weight
        Fix: Write risks as the table does.]
    `);
  });
});
