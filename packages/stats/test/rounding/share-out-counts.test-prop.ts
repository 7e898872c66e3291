import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOutCounts } from "../../src/index.ts";

const counts = fc.array(fc.nat({ max: 5_000 }), { maxLength: 60 });
const weights = fc
  .array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 6 })
  .filter((all) => all.some((weight) => weight > 1e-3));

test("each count is conserved to the unit, in whole numbers of 0 or more, and a weight of 0 gets nothing", () => {
  fc.assert(
    fc.property(counts, weights, (all, by) => {
      for (const [row, parts] of shareOutCounts(all, by).entries()) {
        expect(parts.reduce((a, b) => a + b, 0)).toBe(all[row]);
        expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
        for (const [i, weight] of by.entries()) if (weight === 0) expect(parts[i]).toBe(0);
      }
    }),
  );
});

test("between two, the sum of each part is within one of its share, however many counts there are", () => {
  fc.assert(
    fc.property(counts, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (all, weight) => {
      let [given, total] = [0, 0];
      for (const [row, parts] of shareOutCounts(all, [weight, 1 - weight]).entries()) {
        given += parts[0]!;
        total += all[row]!;
        expect(Math.abs(given - weight * total)).toBeLessThan(1 + 1e-6);
      }
    }),
  );
});

test("among several, no part strays from its share by more than two", () => {
  fc.assert(
    fc.property(counts, weights, (all, by) => {
      const sum = by.reduce((a, b) => a + b, 0);
      const given = by.map(() => 0);
      let total = 0;
      for (const [row, parts] of shareOutCounts(all, by).entries()) {
        total += all[row]!;
        for (const [i, part] of parts.entries()) {
          given[i]! += part;
          expect(Math.abs(given[i]! - (by[i]! / sum) * total)).toBeLessThan(2);
        }
      }
    }),
  );
});
