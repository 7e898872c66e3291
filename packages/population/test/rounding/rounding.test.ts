import { ageBands, into, type Missing, PopneedsError, sumOver, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { controlledRounding, roundToMargins, roundToTotal } from "../../src/index.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const message = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof PopneedsError) return error.message;
  }
  return "nothing thrown";
};
/** Within one, on the whole numbers below and above. */
const isNextTo = (whole: number, value: number) =>
  Number.isInteger(whole) && Math.abs(whole - value) < 1 + 1e-9 && whole >= Math.floor(value - 1e-9);
const cell = fc.oneof(
  fc.double({ min: 0, max: 1000, noNaN: true }),
  fc.nat({ max: 50 }),
  fc.nat({ max: 400 }).map((quarters) => quarters / 4),
);

describe("roundToTotal", () => {
  it("gives what is left over to those that lost most, ties to the first", () => {
    expect(roundToTotal([1.4, 1.4, 1.2])).toEqual([2, 1, 1]);
    // By hand: 0.6 + 0.6 + 0.6 + 0.2 = 2: two go up.
    expect(roundToTotal([0.6, 0.6, 0.6, 0.2])).toEqual([1, 1, 0, 0]);
    expect(roundToTotal([-1.6, 1.6])).toEqual([-2, 2]);
  });

  it("adds up to the rounded sum, moves nothing by 1, and leaves whole numbers", () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 50 }), (values) => {
        const rounded = roundToTotal(values);
        expect(Math.abs(sum(rounded) - sum(values))).toBeLessThanOrEqual(0.5 + 1e-6);
        values.forEach((value, i) => {
          expect(isNextTo(rounded[i]!, value)).toBe(true);
          if (Number.isInteger(value)) expect(rounded[i]).toBe(value);
        });
      }),
    );
  });

  it("adds up to a total that is given, where it can be reached", () => {
    expect(roundToTotal([0.2, 0.3, 0.4], { total: 2 })).toEqual([0, 1, 1]);
    expect(message(() => roundToTotal([0.2, 0.3, 4], { total: 7 }))).toMatchInlineSnapshot(`
      "[cannot-round] roundToTotal: numbers must all be there, and the total one that each can be rounded up or down to; found a sum of 4.5 and a total of 7
        Fix: Leave missing numbers out, and scale the numbers to their total before they are rounded."
    `);
    expect(message(() => roundToTotal([1, Number.NaN]))).toContain("[cannot-round]");
    expect(roundToTotal([])).toEqual([]);
  });
});

describe("roundToMargins", () => {
  it("rounds rows, columns and the total next to their own sums", () => {
    // By hand: the row sums are 1.2 and 1.8, the columns 1.1 and 1.9, the total 3. Rounded next to them with least squares:
    // rows 1 and 2, columns 1 and 2; cells 0.3 0.9 / 0.8 1.0 become 0 1 / 1 1.
    expect(
      roundToMargins([
        [0.3, 0.9],
        [0.8, 1],
      ]),
    ).toEqual({
      cells: [
        [0, 1],
        [1, 1],
      ],
      rows: [1, 2],
      columns: [1, 2],
      total: 3,
    });
  });

  it("does what rounding each cell cannot: thirds", () => {
    const third = 1 / 3;
    const { cells, rows, columns, total } = roundToMargins(Array.from({ length: 3 }, () => [third, third, third]));
    expect([rows, columns, total]).toEqual([[1, 1, 1], [1, 1, 1], 3]);
    expect(cells.flat().every((own) => own === 0 || own === 1)).toBe(true);
  });

  const tables = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
    .chain(([height, width]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
    );

  it("keeps every sum within one, exactly, whatever the table", () => {
    fc.assert(
      fc.property(tables, (values) => {
        const { cells, rows, columns, total } = roundToMargins(values);
        values.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(isNextTo(cells[i]![j]!, value)).toBe(true);
            if (Number.isInteger(value)) expect(cells[i]![j]).toBe(value);
          });
          expect(isNextTo(rows[i]!, sum(row))).toBe(true);
        });
        columns.forEach((column, j) => {
          expect(isNextTo(column, sum(values.map((row) => row[j]!)))).toBe(true);
        });
        expect(isNextTo(total, sum(values.flat()))).toBe(true);
        expect(sum(rows)).toBe(total);
        expect(sum(columns)).toBe(total);
      }),
    );
  });

  it("is the best there is: no other table next to the sums has less squares", () => {
    const small = fc.array(
      fc.array(
        fc.nat({ max: 8 }).map((eighths) => eighths / 8),
        { minLength: 3, maxLength: 3 },
      ),
      {
        minLength: 2,
        maxLength: 2,
      },
    );
    fc.assert(
      fc.property(small, (values) => {
        const squares = (cells: readonly (readonly number[])[]) => {
          let cost = (sum(cells.flat()) - sum(values.flat())) ** 2 * 6;
          cells.forEach((row, i) => {
            cost += 3 * (sum(row) - sum(values[i]!)) ** 2;
            row.forEach((own, j) => {
              cost += (own - values[i]![j]!) ** 2;
            });
          });
          for (let j = 0; j < 3; j++)
            cost += 2 * (sum(cells.map((row) => row[j]!)) - sum(values.map((row) => row[j]!))) ** 2;
          return cost;
        };
        const fits = (cells: readonly (readonly number[])[]) =>
          isNextTo(sum(cells.flat()), sum(values.flat())) &&
          cells.every(
            (row, i) => isNextTo(sum(row), sum(values[i]!)) && row.every((own, j) => isNextTo(own, values[i]![j]!)),
          ) &&
          [0, 1, 2].every((j) => isNextTo(sum(cells.map((row) => row[j]!)), sum(values.map((row) => row[j]!))));
        let least = Number.POSITIVE_INFINITY;
        for (let bits = 0; bits < 64; bits++) {
          const cells = values.map((row, i) => row.map((value, j) => Math.floor(value) + ((bits >> (3 * i + j)) & 1)));
          const strict = cells.every((row, i) => row.every((own, j) => own < values[i]![j]! + 1));
          if (strict && fits(cells)) least = Math.min(least, squares(cells));
        }
        expect(squares(roundToMargins(values).cells)).toBeCloseTo(least, 9);
      }),
    );
  });

  it("takes tables without rows or columns, and refuses missing numbers and uneven rows", () => {
    expect(roundToMargins([])).toEqual({ cells: [], rows: [], columns: [], total: 0 });
    expect(roundToMargins([[], []])).toEqual({ cells: [[], []], rows: [0, 0], columns: [], total: 0 });
    expect(message(() => roundToMargins([[1, Number.NaN]]))).toMatchInlineSnapshot(`
      "[cannot-round] roundToMargins: numbers must all be there; 1 are not:
        row 1, column 2: NaN
        Fix: Leave rows and columns with missing numbers out, and round them by themselves."
    `);
    expect(message(() => roundToMargins([[1, 2], [3]]))).toContain("[unequal-columns]");
  });

  it("rounds a table as large as 32 areas by 91 ages at once", () => {
    const values = Array.from({ length: 32 }, (_, i) =>
      Array.from({ length: 91 }, (_, j) => ((i * 37 + j * 91) % 1000) / 7),
    );
    const { rows } = roundToMargins(values);
    rows.forEach((row, i) => {
      expect(isNextTo(row, sum(values[i]!))).toBe(true);
    });
  });
});

describe("controlledRounding", () => {
  const rows = (["A", "B"] as const).flatMap((area) =>
    ageBands(0, 5, 10).map((age, i) => ({ area, age, people: (area === "A" ? 1 : 2) / 3 + i })),
  );
  const table = tableFromRows(rows, { people: "count" });

  it("makes whole numbers that add up over one key, group by group", () => {
    const rounded = controlledRounding(table, "age");
    // By hand: A has 1/3, 4/3, 7/3, sum 4; B 2/3, 5/3, 8/3, sum 5.
    expect([...rounded].map(({ people }) => people)).toEqual([1, 1, 2, 1, 2, 2]);
    expect([...sumOver(rounded, "age")].map(({ people }) => people)).toEqual([4, 5]);
    expect(rounded.provenance.steps).toEqual(["rounded to whole numbers that add up over age"]);
  });

  it("makes whole numbers that add up over two keys at once", () => {
    const rounded = controlledRounding(table, "age", "area");
    expect([...sumOver(rounded, "age")].map(({ people }) => people)).toEqual([4, 5]);
    expect([...sumOver(rounded, "area")].map(({ people }) => people)).toEqual([1, 3, 5]);
    expect([...into(rounded, ageBands(0))].every(({ people }) => Number.isInteger(people))).toBe(true);
  });

  it("rounds a group without its missing figures, and says so", () => {
    const some = rows.map((row, i) => ({ ...row, people: (i === 1 ? "suppressed" : row.people) as number | Missing }));
    for (const keys of [["age"], ["age", "area"]] as const) {
      const rounded = controlledRounding(tableFromRows(some, { people: "count" }), ...keys);
      expect([...rounded][1]).toMatchObject({ people: null, missing: "suppressed" });
      expect([...rounded].every(({ people }) => people === null || Number.isInteger(people))).toBe(true);
      expect(rounded.issues.map(({ code }) => code)).toEqual(["rounded-without-some"]);
    }
  });

  it("refuses no key, three, one that is not there, and rates", () => {
    expect(message(() => controlledRounding(table))).toMatchInlineSnapshot(`
      "[one-or-two-keys] controlledRounding: figures can be made to add up over one key or two; found none
        Fix: Name the key whose parts people will add up: controlledRounding(people, "age")."
    `);
    expect(message(() => controlledRounding(table, "cause" as "age"))).toContain("[unknown-key]");
    const rates = tableFromRows([{ area: "A", rate: 1.5 }], { rate: "rate" });
    // @ts-expect-error rates do not add up
    expect(message(() => controlledRounding(rates, "area"))).toContain("[not-additive]");
  });
});
