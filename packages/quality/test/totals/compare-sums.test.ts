import { keyColumn, type Missing, measureColumn } from "@popneeds/core";
import { expect, test } from "vitest";
import { compareSums } from "../../src/totals/compare-sums.ts";

type Row = readonly [string, number | Missing];
const side = (rows: readonly Row[]) => ({
  keys: [keyColumn(rows.map(([key]) => key))],
  measure: measureColumn(
    "count",
    rows.map(([, value]) => value),
  ),
});
const compare = (parts: readonly Row[], totals: readonly Row[], complete?: (total: number) => number) =>
  compareSums(side(parts), side(totals), complete ? { complete } : {});

test("totals that are the sum of their parts, and one that is not: 2 + 3 is 5, not 6", () => {
  const found = compare(
    [
      ["a", 2],
      ["a", 3],
      ["b", 2],
      ["b", 3],
    ],
    [
      ["b", 6],
      ["a", 5],
    ],
  );
  expect(found).toEqual({
    compared: 2,
    agree: 1,
    withinRounding: 0,
    apart: 1,
    shortOfParts: 0,
    notCompared: 0,
    withoutParts: 0,
    because: "they differ by no more than (n + 1) × 0.5, as whole numbers do that were rounded one by one",
    largest: { where: "b", parts: 5, total: 6, difference: -1, of: 2 },
  });
});

test("nothing is compared where a part or the total is missing, or has no parts", () => {
  const found = compare(
    [
      ["a", "suppressed"],
      ["a", 3],
      ["b", 3],
    ],
    [
      ["a", 5],
      ["b", "not available"],
      ["c", 4],
    ],
  );
  expect(found).toMatchObject({ compared: 0, notCompared: 2, withoutParts: 1, largest: null });
});

test("of figures rounded to 5, two parts and their total may be apart by (2 + 1) × 2.5 = 7.5, no more", () => {
  // Enough other figures, all multiples of 5, for the step to be claimed.
  const others = Array.from({ length: 20 }, (_, i): Row => [`o${i}`, 5 * (i + 1)]);
  const parts: Row[] = [["a", 5], ["a", 10], ["b", 5], ["b", 10], ...others];
  const found = compare(parts, [["a", 20], ["b", 25], ...others]);
  expect(found).toMatchObject({ compared: 22, agree: 20, withinRounding: 1, apart: 1 });
  expect(found.because).toBe(
    "figures are rounded to 5: a sum of n parts may differ from its total by up to (n + 1) × 2.5",
  );
  expect(found.largest).toMatchObject({ where: "b", difference: -10 });
});

test("figures to one decimal agree within it; binary fractions are no difference", () => {
  expect(
    compare(
      [
        ["a", 0.1],
        ["a", 0.2],
      ],
      [["a", 0.3]],
    ),
  ).toMatchObject({ agree: 1 });
  expect(
    compare(
      [
        ["a", 0.1],
        ["a", 0.2],
      ],
      [["a", 0.4]],
    ),
  ).toMatchObject({ withinRounding: 1 });
  expect(
    compare(
      [
        ["a", 0.1],
        ["a", 0.2],
      ],
      [["a", 0.5]],
    ),
  ).toMatchObject({ apart: 1 });
});

test("a total that lacks a part which others have is told from one that has all of them", () => {
  const found = compare(
    [
      ["a", 9],
      ["b", 2],
      ["b", 3],
    ],
    [
      ["a", 29],
      ["b", 8],
    ],
  );
  expect(found).toMatchObject({ apart: 2, shortOfParts: 1 });
  // The one with all its parts is named, though the other is further off.
  expect(found.largest?.where).toBe("b");
  expect(found.because).toBe(
    "in 1 of those apart a part has no row that other totals have: publishers may leave out small numbers",
  );
});

test("where the number of parts is known, a total with another number is not compared", () => {
  expect(compare([["a", 5]], [["a", 5]], () => 2)).toMatchObject({ compared: 0, withoutParts: 1 });
  expect(compare([], [])).toMatchObject({ compared: 0, notCompared: 0, withoutParts: 0, largest: null });
});
