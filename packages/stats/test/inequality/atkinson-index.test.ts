import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atkinsonIndex } from "../../src/index.ts";
import { expectClose } from "../relative.ts";

const rates = [310.7, 236.6, 194.9, 164.8, 140.6];
const people = [9_168, 54_280, 96_744, 61_604, 63_807];

describe("atkinsonIndex", () => {
  it("is that of R", () => {
    // R 4.2.2: 1 - sum(a * r^(1 - e))^(1 / (1 - e)); 1 - exp(sum(a * log(r)))
    expectClose(atkinsonIndex(rates, 0.5, people), 0.010485386389216811, 1e-12);
    expectClose(atkinsonIndex(rates, 1, people), 0.020632073809543128, 1e-12);
    expectClose(atkinsonIndex(rates, 2, people), 0.039869121423836806, 1e-12);
    expectClose(atkinsonIndex([1, 3], 1), 1 - Math.sqrt(3) / 2, 1e-14); // by hand: the geometric mean is √3, the mean 2
  });

  it("lies from 0 to 1, grows with the aversion, and carries no scale", () => {
    const values = fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.1, max: 4, noNaN: true }), (all, aversion) => {
        const found = atkinsonIndex(all, aversion);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThan(1);
        expect(atkinsonIndex(all, aversion + 0.5)).toBeGreaterThan(found - 1e-9);
        expect(
          atkinsonIndex(
            all.map((value) => value * 1e9),
            aversion,
          ),
        ).toBeCloseTo(found, 9);
      }),
    );
  });

  it("is 1 where somebody has nothing and that is minded, NaN where all have nothing or a value is missing", () => {
    expect(atkinsonIndex([0, 2], 1)).toBe(1);
    expect(atkinsonIndex([0, 2], 2)).toBe(1);
    expectClose(atkinsonIndex([0, 2], 0.5), 0.5, 1e-14); // by hand: 1 − (½ √2)²
    expect([atkinsonIndex([0, 0], 1), atkinsonIndex([1, Number.NaN], 1)]).toEqual([Number.NaN, Number.NaN]);
  });

  it("refuses an aversion that is none", () => {
    expect(() => atkinsonIndex([1, 2], 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: atkinsonIndex: aversion must be above 0, such as 1, got 0]`,
    );
    expect(() => atkinsonIndex([-1, 2], 1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: atkinsonIndex: values must be 0 or more, got -1 in group 0]`,
    );
  });
});
