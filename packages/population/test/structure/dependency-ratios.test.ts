import { ageBand, ageBands, type Missing, PopneedsError, type Sex, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { type DependencyOptions, dependencyRatios } from "../../src/index.ts";

const single = ageBands(0, 15, 16, 20, 60, 65, 66, 67, 90);
const open = Number.POSITIVE_INFINITY;
const people = (counts: readonly (number | Missing)[], ages = ageBands(0, 16, 65)) =>
  tableFromRows(
    ages.map((age, i) => ({ area: "A", age, people: counts[i]! })),
    { people: "count" },
  );
/** Women and men, twice as many women at every age. */
const bySex = (counts: readonly number[], ages: typeof single) =>
  tableFromRows(
    (["female", "male"] as const).flatMap((sex: Sex) =>
      ages.map((age, i) => ({ area: "A", sex, age, people: (sex === "female" ? 2 : 1) * counts[i]! })),
    ),
    { people: "count" },
  );
const message = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof PopneedsError) return error.message;
  }
  return "nothing thrown";
};

describe("dependencyRatios", () => {
  it("are children, older people and both per 100 of working age", () => {
    // By hand: 30 ÷ 120 = 25%, 24 ÷ 120 = 20%.
    const table = dependencyRatios(people([30, 120, 24]));
    expect([...table]).toEqual([
      {
        area: "A",
        children: 30,
        workingAge: 120,
        older: 24,
        childRatio: 25,
        olderRatio: 20,
        totalRatio: 45,
        missing: null,
      },
    ]);
    expect(table.provenance.steps.at(-1)).toBe("dependency ratios per 100 of working age: 16 to 64");
    expect([...dependencyRatios(people([30, 120, 24]), { per: 1 })][0]!.totalRatio).toBe(0.45);
  });

  it("count both sexes together", () => {
    const table = dependencyRatios(bySex([10, 20, 5], ageBands(0, 16, 65)));
    expect(Object.keys(table.keys)).toEqual(["area"]);
    expect([...table][0]).toMatchObject({ children: 30, workingAge: 60, older: 15, totalRatio: 75 });
  });

  it.each<[NonNullable<DependencyOptions["ages"]>, number, number, number]>([
    // By hand, from 1, 2, 4 … 256 men, and twice as many women, of the ages below: children, working age, older.
    ["16 to 64", 3 * 3, 3 * 28, 3 * 480],
    ["15 to 64", 3 * 1, 3 * 30, 3 * 480],
    ["20 to 64", 3 * 7, 3 * 24, 3 * 480],
    ["16 to 65", 3 * 3, 3 * 60, 3 * 448],
    ["16 to 66", 3 * 3, 3 * 124, 3 * 384],
    ["16 to pension age before 2010", 3 * 3, 2 * 12 + 28, 2 * 496 + 480],
    [{ childrenUnder: 20, olderFrom: 90 }, 3 * 7, 3 * 248, 3 * 256],
  ])("take working ages by name or number: %j", (ages, children, workingAge, older) => {
    const [row] = [...dependencyRatios(bySex([1, 2, 4, 8, 16, 32, 64, 128, 256], single), { ages })];
    expect(row).toMatchObject({ children, workingAge, older });
  });

  it("cut a single year of age in proportion", () => {
    const ages = ageBands(0, 16, 65, 66);
    const [row] = [
      ...dependencyRatios(people([10, 50, 20, 8], ages), { ages: { childrenUnder: 16, olderFrom: 65.25 } }),
    ];
    // By hand: a quarter of the 20 aged 65 are of working age, 15 are older.
    expect(row).toMatchObject({ children: 10, workingAge: 55, older: 23 });
  });

  it("cut nothing wider", () => {
    expect(message(() => dependencyRatios(people([1, 2, 3]), { ages: "16 to 65" }))).toMatchInlineSnapshot(`
      "[ages-cut] dependencyRatios: limits of working age must fall between bands of the table, or within a single year; 1 do not:
        65+ is cut at 66
        Fix: Give single years of age, or working ages that fit the bands."
    `);
    expect(message(() => dependencyRatios(people([1, 2], ageBands(0, 65))))).toContain("0-64 is cut at 16");
  });

  it("need women and men where the older age differs", () => {
    const ages = "16 to pension age before 2010";
    expect(
      message(() => dependencyRatios(people([1, 2, 3, 4], ageBands(0, 16, 60, 65)), { ages })),
    ).toMatchInlineSnapshot(`
      "[sexes-needed] dependencyRatios: the older age differs by sex, and the table must have women and men apart; found no key sex
        Fix: Give people by sex, or an older age that is the same for both."
    `);
  });

  it("count nobody twice", () => {
    const mixed = tableFromRows(
      (["all", "female"] as const).flatMap((sex: Sex) => ageBands(0, 16, 65).map((age) => ({ sex, age, people: 1 }))),
      { people: "count" },
    );
    expect(message(() => dependencyRatios(mixed))).toMatchInlineSnapshot(`
      "[sexes-mixed] dependencyRatios: people of all sexes must not stand beside women and men, who would be counted twice; found all, female
        Fix: Keep one or the other: keep(people, { sex: (sex) => sex !== "all" })."
    `);
  });

  it("are missing of nobody of working age, of unknown people and where an age is not there", () => {
    const reason = (...given: Parameters<typeof people>) => [...dependencyRatios(people(...given))][0]!;
    expect(reason([3, 0, 2])).toMatchObject({ children: 3, totalRatio: null, missing: "no population" });
    expect(reason([3, "suppressed", 2])).toMatchObject({ children: null, missing: "suppressed" });
    expect(reason([3, 4], [ageBand(0, 16), ageBand(16, 65)])).toMatchObject({ children: null, missing: "incomplete" });
    expect(reason([0, 0, 0])).toMatchObject({ children: 0, older: 0, childRatio: null });
  });

  it("refuse ages and numbers that cannot be", () => {
    const call = (options: object) => message(() => dependencyRatios(people([1, 2, 3]), options));
    expect(call({ ages: "working age" })).toMatchInlineSnapshot(`
      "[invalid-option] dependencyRatios: ages must be a name or whole ages with the older above the younger; found "working age"
        Fix: Write one of 16 to 64, 15 to 64, 20 to 64, 16 to pension age before 2010, 16 to pension age mid-2019, 16 to pension age mid-2020, 16 to 65, 16 to 66, or { childrenUnder: 16, olderFrom: 65 }."
    `);
    expect(call({ ages: { childrenUnder: 65, olderFrom: 16 } })).toContain("[invalid-option]");
    expect(call({ ages: { childrenUnder: 16, olderFrom: { female: 60, male: 10 } } })).toContain("[invalid-option]");
    expect(call({ per: 0 })).toContain("per must be a number above 0; found 0");
    expect(message(() => dependencyRatios(people([1, 2], [ageBand(0, 16), ageBand(10, open)])))).toContain(
      "[overlapping-ages]",
    );
  });
});
