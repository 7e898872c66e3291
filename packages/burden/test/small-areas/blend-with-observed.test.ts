import { tableFromRows } from "@popneeds/core";
import { createRandom, gammaDraw, gammaQuantile, poissonDraw, poissonGammaRatios } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import { blendWithObserved } from "../../src/index.ts";

const modelledOf = (expected: readonly number[]) =>
  tableFromRows(
    expected.map((deaths, i) => ({ area: `a${i}`, deaths })),
    { deaths: "count" },
  );
const observedOf = (deaths: readonly (number | "suppressed")[]) =>
  tableFromRows(
    deaths.map((count, i) => ({ area: `a${i}`, observed: count })),
    { observed: "count" },
  );
// Made up: ratios from a half to two.
const expected = [100, 50, 10, 2, 20];
const observed = [180, 30, 12, 0, 15];

describe("blendWithObserved", () => {
  it("leans on the area's own deaths the more of them are expected, and says how much is modelled", () => {
    const { shape, rate, lower } = poissonGammaRatios(observed, expected);
    const rows = [...blendWithObserved(modelledOf(expected), observedOf(observed))];
    rows.forEach((row, i) => {
      // (O + α) ÷ (E + ν) and 1 − E ÷ (E + ν) = ν ÷ (E + ν), by their formulas.
      expect(row.value).toBeCloseTo((expected[i]! * (observed[i]! + shape)) / (expected[i]! + rate), 10);
      expect(row.modelledShare).toBeCloseTo((100 * rate) / (expected[i]! + rate), 10);
      expect(row.lower).toBeCloseTo(lower[i]! * expected[i]!, 10);
      expect(row.value).toBeGreaterThan(row.lower!);
      expect(row.value).toBeLessThan(row.upper!);
      const share = row.modelledShare! / 100;
      expect(row.value).toBeCloseTo((1 - share) * observed[i]! + share * expected[i]! * (shape / rate), 10);
    });
    expect(rows[3]!.modelledShare).toBeGreaterThan(rows[0]!.modelledShare!);
  });

  it("is modelled, and says what was done and what the blend adds up to", () => {
    const blend = blendWithObserved(modelledOf(expected), observedOf(observed));
    expect(blend.provenance.evidence).toBe("modelled");
    expect(blend.provenance.steps.at(-1)).toMatchInlineSnapshot(
      `"blend: modelled deaths drawn to those observed, (O + α) ÷ (E + ν), gamma distribution by moments; 95% limits, of the fatal part only"`,
    );
    expect(blend.issues.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "where deaths are known, 237 were observed and the blend has 237.0",
      ]
    `);
  });

  it("multiplies years lost by the same ratio, limits too", () => {
    const yearsLost = tableFromRows(
      expected.map((deaths, i) => ({ area: `a${i}`, years: deaths * 12 })),
      { years: "years" },
    );
    const deaths = [...blendWithObserved(modelledOf(expected), observedOf(observed))];
    const blend = blendWithObserved(modelledOf(expected), observedOf(observed), { yearsLost });
    expect(blend.measures.value.kind).toBe("years");
    [...blend].forEach((row, i) => {
      // Each modelled death loses 12 years here, so that the blend of years is 12 times that of deaths.
      expect(row.value).toBeCloseTo(deaths[i]!.value! * 12, 9);
      expect(row.upper).toBeCloseTo(deaths[i]!.upper! * 12, 9);
    });
  });

  it("is wholly modelled where deaths are suppressed, with the limits of an area that nobody has seen", () => {
    const blend = blendWithObserved(modelledOf([...expected, 40]), observedOf([...observed, "suppressed"]));
    const { shape, rate } = poissonGammaRatios(observed, expected);
    const last = [...blend].at(-1)!;
    expect(last.value).toBeCloseTo((40 * shape) / rate, 10);
    expect(last.lower).toBeCloseTo((40 * gammaQuantile(0.025, shape)) / rate, 10);
    expect(last.modelledShare).toBe(100);
    expect(last.observed).toBeNull();
    expect(blend.issues.map(({ code }) => code)).toEqual(["wholly-modelled", "blend-and-observed"]);
  });

  it("gives all areas the common ratio, wholly modelled and without limits, where they differ by chance alone", () => {
    // 11 + 9 observed, 10 + 10 expected: the common ratio is 1.
    const rows = [...blendWithObserved(modelledOf([10, 10]), observedOf([11, 9]))];
    expect(rows.map(({ value, modelledShare, lower }) => [value, modelledShare, lower])).toEqual([
      [10, 100, null],
      [10, 100, null],
    ]);
  });

  it("stands as modelled without observed deaths, is 0 of nobody, and has no figure where none was thought possible", () => {
    const [row] = blendWithObserved(modelledOf([7]), observedOf(["suppressed"]));
    expect(row).toMatchObject({ value: 7, modelledShare: 100, lower: null });
    const blend = blendWithObserved(modelledOf([...expected, 0, 0]), observedOf([...observed, 0, 3]));
    const rows = [...blend];
    expect(rows[5]).toMatchObject({ value: 0, modelledShare: 100 });
    expect(rows[6]!.value).toBeNull();
    expect(blend.issues.map(({ code }) => code)).toEqual(["observed-not-modelled", "blend-and-observed"]);
    expect(blendWithObserved(modelledOf([]), observedOf([])).length).toBe(0);
  });

  it("takes an area without a row as having no deaths where the register says so", () => {
    const register = tableFromRows([{ area: "a0", deaths: 180 }], { deaths: "count" }, { absent: "zero" });
    const rows = [...blendWithObserved(modelledOf(expected), register)];
    expect(rows.map((row) => row.observed)).toEqual([180, 0, 0, 0, 0]);
  });

  it("refuses other keys, several measures and limits that cannot be", () => {
    const other = tableFromRows([{ area: "a0", cause: "x", deaths: 1 }], { deaths: "count" });
    const blend =
      (table: unknown, options = {}) =>
      () =>
        blendWithObserved(modelledOf(expected), table as never, options);
    expect(blend(other)).toThrow(
      /\[different-keys\] blendWithObserved: observed must be by area, as modelled is; found area, cause/,
    );
    expect(blend(observedOf(observed), { level: 1 })).toThrow(/invalid-option/);
    expect(blend(tableFromRows([{ area: "a0", d: 1, e: 1 }], { d: "count", e: "count" }))).toThrow(/one-measure/);
  });

  it("is nearer to the truth than the model or the observed deaths alone, and its limits hold it, on made-up areas", () => {
    // 130 areas, 200 times: true ratios from a gamma distribution of mean 1 and standard deviation 0.25, from 2 to 60 deaths expected.
    const random = createRandom(5);
    const sizes = Array.from({ length: 130 }, (_, i) => 2 + (58 * i) / 129);
    let [ofBlend, ofModel, ofObserved, within, all] = [0, 0, 0, 0, 0];
    for (let time = 0; time < 200; time++) {
      const truth = sizes.map((size) => (size * gammaDraw(random, 16)) / 16);
      const seen = truth.map((mean) => poissonDraw(random, mean));
      [...blendWithObserved(modelledOf(sizes), observedOf(seen))].forEach(({ value, lower, upper }, i) => {
        ofBlend += (value! - truth[i]!) ** 2 / sizes[i]!;
        ofModel += (sizes[i]! - truth[i]!) ** 2 / sizes[i]!;
        ofObserved += (seen[i]! - truth[i]!) ** 2 / sizes[i]!;
        if (lower === null) return;
        all++;
        if (lower <= truth[i]! && truth[i]! <= upper!) within++;
      });
    }
    // In theory, per area and with the distribution known: observed 1, model size ÷ 16, blend size ÷ (size + 16).
    const mean = (of: (size: number) => number) => sizes.reduce((sum, size) => sum + of(size), 0) / sizes.length;
    const count = 200 * 130;
    expect(ofObserved / count).toBeCloseTo(1, 1);
    expect(ofModel / count / mean((size) => size / 16)).toBeCloseTo(1, 1);
    expect(ofBlend / count / mean((size) => size / (size + 16))).toBeCloseTo(1, 1);
    expect(ofBlend).toBeLessThan(0.8 * ofObserved);
    expect(ofBlend).toBeLessThan(0.8 * ofModel);
    expect(within / all).toBeGreaterThan(0.93);
    expect(within / all).toBeLessThan(0.96);
  });
});
