import { type Age, ageBands, keep, over, type Table, tableFromRows } from "@popneeds/core";
import { createStandard } from "@popneeds/population";
import { describe, expect, it } from "vitest";
import { burdenInequality } from "../../src/index.ts";

const [young, old] = ageBands(0, 65) as [Age, Age];
// Made up: five groups of 100 people; years lost 50, 40, 30, 20, 10, each death losing 10.
const crude = [50, 40, 30, 20, 10];
const burdenOf = (years: readonly (number | "suppressed")[], people = [100, 100, 100, 100, 100]) =>
  over(
    tableFromRows(
      years.map((lost, i) => ({ fifth: `${i + 1}`, cause: "x", years: lost })),
      { years: "years" },
    ),
    tableFromRows(
      people.map((count, i) => ({ fifth: `${i + 1}`, people: count })),
      { people: "count" },
    ),
  );
const deaths = tableFromRows(
  crude.map((years, i) => ({ fifth: `${i + 1}`, cause: "x", deaths: years / 10 })),
  { deaths: "count" },
);
const only = <T extends Iterable<unknown>>(table: T) => [...table][0] as T extends Iterable<infer R> ? R : never;

describe("burdenInequality", () => {
  it("gives slope, slope over mean, ratio of ends, and what goes with deprivation", () => {
    const row = only(burdenInequality(burdenOf(crude), { by: "fifth", per: 100 }));
    // The line through 50 … 10 at ranks 0.1 … 0.9 falls by 10 in 0.2, 50 in all, from 55 to 5; mean 30.
    expect(row.slope).toBeCloseTo(50, 10);
    expect(row.slopeOverMean).toBeCloseTo(50 / 30, 12);
    expect(row.ratioOfEnds).toBeCloseTo(11, 10);
    // Σ P (r − r least) = 40 + 30 + 20 + 10 = 100 of 150.
    expect(row.attributable).toBeCloseTo(100, 10);
    expect(row.attributableShare).toBeCloseTo(100 / 1.5, 10);
    expect([row.slopeLower, row.attributableShareUpper]).toEqual([null, null]);
  });

  it("has limits of the fatal part, from Σ years² ÷ deaths", () => {
    const row = only(burdenInequality(burdenOf(crude), { by: "fifth", per: 100, deaths }));
    // Variance of years: 50² ÷ 5 = 500, 400, 300, 200, 100. SII = Σ a (b − ½) y ÷ Σ a (b − ½)², with ranks −0.4 … 0.4 and a = 0.2: coefficients
    // −1, −0.5, 0, 0.5, 1 times 0.2 × 0.4 ÷ 0.08 = 1; variance 500 + 400 ÷ 4 + 200 ÷ 4 + 100 = 750.
    expect(row.slopeLower).toBeCloseTo(50 - 1.959963984540054 * Math.sqrt(750), 8);
    expect(row.slopeUpper).toBeCloseTo(50 + 1.959963984540054 * Math.sqrt(750), 8);
    expect(row.attributableShareLower).toBeLessThan(row.attributableShare!);
  });

  it("standardises by age when asked, so that an older group is not taken for a sicker one", () => {
    const standard = createStandard({
      id: "made-up",
      name: "a made-up standard",
      source: "this test",
      rows: [
        [0, 65, 3],
        [65, Number.POSITIVE_INFINITY, 1],
      ],
    });
    // Rates 0.1 and 0.5 in every group; group 1 has more old people.
    const rows = [1, 2, 3].flatMap((fifth) => [
      { fifth: `${fifth}`, age: young, events: 10, population: 100 },
      { fifth: `${fifth}`, age: old, events: fifth === 1 ? 50 : 5, population: fifth === 1 ? 100 : 10 },
    ]);
    const burden = tableFromRows(rows, { events: "years", population: "person-years" });
    const row = only(burdenInequality(burden, { by: "fifth", standard }));
    expect(row.slope).toBeCloseTo(0, 8);
    expect(row.attributable).toBeNull();
    // Crude: 60 ÷ 200 in group 1, 15 ÷ 110 in the others: Σ P r = 90, at the rate of the last 420 × 15 ÷ 110.
    expect(only(burdenInequality(burden, { by: "fifth" })).attributable).toBeCloseTo(90 - (420 * 15) / 110, 10);
  });

  it("has limits of standardised rates too", () => {
    const standard = createStandard({
      id: "made-up",
      name: "a made-up standard",
      source: "this test",
      rows: [
        [0, 65, 3],
        [65, Number.POSITIVE_INFINITY, 1],
      ],
    });
    const cells = [1, 2, 3].flatMap((fifth) => [
      { fifth: `${fifth}`, age: young, years: 10, died: 1 },
      { fifth: `${fifth}`, age: old, years: 50, died: 5 },
    ]);
    const burden = tableFromRows(
      cells.map(({ fifth, age, years }) => ({ fifth, age, events: years, population: 100 })),
      { events: "years", population: "person-years" },
    );
    const died = tableFromRows(
      cells.map(({ fifth, age, died: count }) => ({ fifth, age, deaths: count })),
      { deaths: "count" },
    );
    const row = only(burdenInequality(burden, { by: "fifth", standard, deaths: died, per: 1 }));
    // Variance of a rate: ((3 ÷ 100)² × 10² ÷ 1 + (1 ÷ 100)² × 50² ÷ 5) ÷ 4² = 0.14 ÷ 16 = 0.00875. Coefficients of thirds: ∓1.5 and 0;
    // variance of the slope 2 × 1.5² × 0.00875 = 0.039375.
    expect(row.slopeUpper).toBeCloseTo(1.959963984540054 * Math.sqrt(0.039375), 8);
    expect(row.slopeLower).toBeCloseTo(-1.959963984540054 * Math.sqrt(0.039375), 8);
  });

  it("says in its steps which index is which, and whose limits they are", () => {
    expect(burdenInequality(burdenOf(crude), { by: "fifth", deaths }).provenance.steps.at(-1)).toMatchInlineSnapshot(
      `"inequality of burden over fifth 1, 2, 3, 4, 5, most deprived first, by crude rates per 100000: slope index, slope ÷ mean, ratio of the line's ends, and the part that would go at the rate of fifth 5; 95% limits, of the fatal part only"`,
    );
  });

  it("is missing with a reason where a group is missing, suppressed or empty of people, and has no share of nothing", () => {
    const of = (burden: ReturnType<typeof burdenOf>) => only(burdenInequality(burden, { by: "fifth" }));
    expect(of(burdenOf([50, "suppressed", 30, 20, 10])).missing).toBe("suppressed");
    expect(of(burdenOf([50, 40, 30, 20, 0], [100, 100, 100, 100, 0])).missing).toBe("no population");
    expect(
      only(
        burdenInequality(keep(burdenOf(crude), { fifth: (fifth) => fifth !== "5" }), {
          by: "fifth",
          order: ["1", "2", "3", "4", "5"],
        }),
      ).missing,
    ).toBe("incomplete");
    const none = of(burdenOf([0, 0, 0, 0, 0]));
    expect([none.slope, none.attributable, none.attributableShare]).toEqual([0, 0, null]);
    expect(burdenInequality(keep(burdenOf(crude), { fifth: "9" }), { by: "fifth" }).length).toBe(0);
  });

  it("refuses groups without an order, too few, deaths by other keys, and options that cannot be", () => {
    const inequality =
      (options: object, burden: unknown = burdenOf(crude)) =>
      () =>
        burdenInequality(burden as ReturnType<typeof burdenOf>, { by: "fifth", ...options });
    expect(inequality({ by: "tenth" })).toThrow(/unknown-key/);
    expect(inequality({ by: "cause" })).toThrow(/order-needed/);
    expect(inequality({ order: ["1", "2", "3"] })).toThrow(/order-incomplete/);
    expect(inequality({}, keep(burdenOf(crude), { fifth: "1" }))).toThrow(/too-few-groups/);
    expect(inequality({ level: 95 })).toThrow(/invalid-option/);
    const other = tableFromRows([{ fifth: "1", deaths: 1 }], { deaths: "count" }) as unknown as Table;
    expect(inequality({ deaths: other })).toThrow(/different-keys/);
  });
});
