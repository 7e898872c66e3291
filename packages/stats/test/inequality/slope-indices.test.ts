import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Scale, slopeIndex, slopeIndexStatuses, slopeIndices } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

// Rates of five groups with people, made up.
const rates = [310.7, 236.6, 194.9, 164.8, 140.6];
const people = [9_168, 54_280, 96_744, 61_604, 63_807];
const nan = Number.NaN;

const scales = ["linear", "log", "logit"] as const;
const columns = ["absolute", "ratio", "relativeToMean"] as const;

/** Sets a row of the columns beside what `slopeIndex` gives of the same groups. */
function expectAlike(found: ReturnType<typeof slopeIndices>, area: number, one: ReturnType<typeof slopeIndex>): void {
  for (const name of columns) {
    const { value, lower, upper } = one[name];
    expectSame(found[name][area]!, value);
    expectSame(found[`${name}Lower`][area]!, lower);
    expectSame(found[`${name}Upper`][area]!, upper);
  }
}

function expectSame(found: number, expected: number): void {
  if (Number.isNaN(expected)) expect(found).toBe(nan);
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
}

describe("slopeIndices", () => {
  it("gives each area what slopeIndex gives, exact or simulated, on every scale", () => {
    const shares = [...rates, ...rates.toReversed(), ...rates.map((rate) => rate * 2)].map((rate) => rate / 1_000);
    const population = [...people, ...people, ...people];
    for (const scale of scales)
      for (const errorScale of scales) {
        const se = shares.map((value) => (errorScale === "linear" ? value / 20 : 0.05));
        const direction = scale === errorScale ? "first minus last" : "last minus first";
        const options = { scale, direction, draws: 2_000, seed: 3, per: 10 } as const;
        const found = slopeIndices(shares, population, { standardErrors: se, scale: errorScale }, 5, options);
        expect([...found.status]).toEqual([0, 0, 0]);
        for (let area = 0; area < 3; area++) {
          const part = (column: readonly number[]) => column.slice(area * 5, area * 5 + 5);
          const errors = { standardErrors: part(se), scale: errorScale };
          expectAlike(found, area, slopeIndex(part(shares), part(population), errors, options));
        }
      }
  });

  it("gives what slopeIndex gives for any areas, however many groups they have", () => {
    const area = fc.integer({ min: 3, max: 7 }).chain((groups) => {
      const column = (least: number, most: number) =>
        fc.array(fc.double({ min: least, max: most, noNaN: true }), { minLength: groups, maxLength: groups });
      return fc.record({
        values: column(0.05, 0.95),
        population: column(1, 1e9),
        standardErrors: column(0, 0.2),
        scale: fc.constantFrom<Scale>(...scales),
      });
    });
    fc.assert(
      fc.property(area, ({ values, population, standardErrors, scale }) => {
        const errors = { standardErrors, scale };
        const found = slopeIndices(values, population, errors, values.length, { scale });
        const one = slopeIndex(values, population, errors, { scale });
        // A line through near-equal ranks turns by more digits than 1e-12 of its own height.
        const slack = 1e-9 * (1 + Math.abs(one.absolute.value));
        expect(Math.abs(found.absolute[0]! - one.absolute.value)).toBeLessThan(slack);
      }),
    );
  });

  it("goes on past an area that cannot be computed, and says why", () => {
    const values = [1, 2, 3, 1, nan, 3, 4, 5, 6, 1, 2, 3, 1, 2, 3, 0, 2, 3, 1, 2, Infinity];
    const population = [1, 1, 1, 1, 1, 1, 1, 0, 1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const standardErrors = Float64Array.from(values, (_, i) => (i === 13 ? nan : 0.1));
    const found = slopeIndices(values, population, { standardErrors, scale: "log" }, 3, { scale: "log" });
    expect(Array.from(found.status, (code) => slopeIndexStatuses[code])).toEqual([
      "computed",
      "missing",
      "no population",
      "impossible",
      "without limits",
      "off the scale",
      "impossible",
    ]);
    expect(Array.from(found.ratio, (value) => !Number.isNaN(value))).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(Array.from(found.ratioLower, (value) => !Number.isNaN(value))).toEqual([true, ...new Array(6).fill(false)]);
    expectClose(found.ratio[0]!, found.ratio[4]!, 1e-15);
  });

  it("has an index without limits where a value does not fit the scale of the errors alone", () => {
    const errors = { standardErrors: [0.1, 0.1, 0.1], scale: "log" } as const;
    const { absolute, absoluteLower, status } = slopeIndices([2, 1, 0], [1, 1, 1], errors, 3);
    expectClose(absolute[0]!, -3, 1e-14); // by hand: 2 over two thirds of the ranks
    expect([absoluteLower[0], slopeIndexStatuses[status[0]!]]).toEqual([nan, "without limits"]);
  });

  it("has no limits of the inverse ratio where its divisor may be 0", () => {
    const errors = { standardErrors: [1, 1, 1], scale: "linear" } as const;
    const { ratio, ratioLower, ratioUpper } = slopeIndices([4.6, 3, 1.4], [1, 1, 1], errors, 3, {
      direction: "first minus last",
    });
    expectClose(ratio[0]!, 9, 1e-12); // from 5.4 to 0.6, give or take 2
    expect([ratioLower[0], ratioUpper[0]]).toEqual([nan, nan]);
  });

  it("has no row where there is no area", () => {
    const { absolute, status } = slopeIndices([], [], { standardErrors: [], scale: "linear" }, 5);
    expect([absolute.length, status.length]).toEqual([0, 0]);
  });

  it("comes nearer to the exact limits the more it draws", () => {
    // A log line whose errors are drawn on a linear scale, so small that both scales agree: the exact limits are known.
    const tiny = rates.map((rate) => rate * 1e-4);
    const exact = slopeIndices(rates, people, { standardErrors: rates.map(() => 1e-4), scale: "log" }, 5, {
      scale: "log",
    });
    const off = (draws: number) => {
      const drawn = slopeIndices(rates, people, { standardErrors: tiny, scale: "linear" }, 5, { scale: "log", draws });
      return Math.abs(drawn.ratioLower[0]! - exact.ratioLower[0]!) / (exact.ratioUpper[0]! - exact.ratioLower[0]!);
    };
    expect(off(1_000)).toBeLessThan(0.06); // 4 standard errors of a 2.5% point: 4 × √(.025 × .975 ÷ n) ÷ density .058, of 3.92
    expect(off(100_000)).toBeLessThan(0.009);
  });

  it("shares its draws among areas, so that equal areas have equal limits", () => {
    const errors = { standardErrors: new Float64Array(10).fill(0.05), scale: "log" } as const;
    const found = slopeIndices([...rates, ...rates], [...people, ...people], errors, 5, { draws: 1_000 });
    expect(found.ratioUpper[1]).toBe(found.ratioUpper[0]);
    const moved = slopeIndices([...rates, ...rates], [...people, ...people], errors, 5, { draws: 1_000, seed: 2 });
    expect(moved.ratioUpper[1]).not.toBe(found.ratioUpper[0]);
  });

  it("refuses rows that are no whole areas, and options that cannot be", () => {
    const errors = { standardErrors: [1, 1, 1, 1], scale: "linear" } as const;
    expect(() => slopeIndices([1, 2, 3, 4], [1, 1, 1, 1], errors, 3)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndices: rows must be whole areas of three groups or more, got 4 rows of 3]`,
    );
    expect(() =>
      slopeIndices([1, 2], [1, 1], { ...errors, standardErrors: [1, 1] }, 2),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndices: rows must be whole areas of three groups or more, got 2 rows of 2]`,
    );
    expect(() => slopeIndices([1, 2, 3], [1, 1, 1], errors, 3)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndices: values, population, standard errors must be of one length, got 3, 3, 4]`,
    );
    const three = { ...errors, standardErrors: [1, 1, 1] };
    expect(() => slopeIndices([1, 2, 3], [1, 1, 1], three, 3, { draws: 10 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndices: draws must be a whole number from 1000, got 10]`,
    );
    expect(() => slopeIndices([1, 2, 3], [1, 1, 1], three, 3, { level: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: slopeIndices: level must be between 0 and 1, such as 0.95, got 95]`,
    );
  });
});
