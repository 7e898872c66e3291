import { type Missing, measureColumn, tableFromRows, uncheckedTable, where } from "@popneeds/core";
import { slopeIndex as indexOf } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import { crudeRate, type Estimates, inequalityGap, slopeIndex } from "../../src/index.ts";

type Row = readonly [area: string, fifth: string, events: number | Missing, people: number];
type ByFifth = { readonly area: string; readonly fifth: string };

const rates = (...rows: readonly Row[]): Estimates<ByFifth, "rate"> =>
  crudeRate(
    tableFromRows(
      rows.map(([area, fifth, events, population]) => ({ area, fifth, events, population })),
      { events: "count", population: "count" },
    ),
    { per: 1_000 },
  );

const area = (name: string, events: readonly (number | Missing)[], people = [1_000, 2_000, 2_000, 2_000, 3_000]) =>
  events.map((count, i): Row => [name, String(i + 1), count, people[i]!]);

const both = rates(...area("a", [100, 160, 120, 80, 60]), ...area("b", [40, 80, 80, 80, 120]));

describe("slopeIndex", () => {
  it("lays a line through the groups of each area, and gives what stats gives", () => {
    const [a, b] = [...slopeIndex(both, { by: "fifth", direction: "first minus last" })];
    const values = [100, 80, 60, 40, 20];
    const people = [1_000, 2_000, 2_000, 2_000, 3_000];
    const expected = indexOf(values, people, null, { direction: "first minus last" });
    expect(a!.absolute).toBeCloseTo(expected.absolute.value, 10);
    expect(a!.ratio).toBeCloseTo(expected.ratio.value, 10);
    expect(a!.absoluteLower!).toBeLessThan(a!.absolute!);
    expect(a).not.toHaveProperty("fifth");
    expect(b!.absolute).toBeCloseTo(0, 10); // 40 per 1,000 in every fifth
    expect(b!.ratioLower!).toBeLessThan(1);
    expect(b!.ratioUpper!).toBeGreaterThan(1);
  });

  it("takes the groups in the order given, whatever the order of the rows", () => {
    const turned = rates(...area("a", [100, 160, 120, 80, 60]).toReversed());
    const forth = [...slopeIndex(rates(...area("a", [100, 160, 120, 80, 60])), { by: "fifth" })];
    expect([...slopeIndex(turned, { by: "fifth" })]).toEqual(forth);
    const back = [...slopeIndex(turned, { by: "fifth", order: ["5", "4", "3", "2", "1"] })];
    expect(back[0]!.absolute).toBeCloseTo(-forth[0]!.absolute!, 10);
  });

  it("is missing where a group is, and goes on with the others", () => {
    const table = rates(
      ...area("a", [100, 160, 120, 80, 60]),
      ...area("b", [40, 80, 80, 80, 120]).slice(1),
      ...area("c", [40, "suppressed", 80, 80, 120]),
      ...area("d", [0, 80, 80, 80, 120], [0, 1_000, 1_000, 1_000, 1_000]),
    );
    const index = slopeIndex(table, { by: "fifth" });
    expect([...index].map((row) => [row.area, row.absolute !== null, row.missing])).toEqual([
      ["a", true, null],
      ["b", false, "incomplete"],
      ["c", false, "suppressed"],
      ["d", false, "no population"],
    ]);
    expect(index.issues.map(({ message }) => message)).toEqual([
      "slopeIndex: 1 of 4 lack a group that others have, and have no measure of inequality: b  2",
    ]);
  });

  it("is not applicable where a value is off the scale, and without limits where the values have none", () => {
    const none = rates(...area("a", [0, 160, 120, 80, 60]));
    expect([...slopeIndex(none, { by: "fifth", scale: "log" })][0]).toMatchObject({
      absolute: null,
      missing: "not applicable",
    });
    const bare = uncheckedTable({
      ...both,
      measures: {
        ...both.measures,
        lower: measureColumn(
          "limit",
          Array.from({ length: both.length }, () => "not applicable" as const),
        ),
      },
    }) as unknown as typeof both;
    const [a] = [...slopeIndex(bare, { by: "fifth" })];
    expect(a!.absolute).not.toBeNull();
    expect(a!.absoluteLower).toBeNull();
  });

  it("simulates with a seed where errors are normal on another scale, and says so", () => {
    const index = slopeIndex(both, { by: "fifth", errorsOn: "log", draws: 2_000, seed: 7 });
    expect([...slopeIndex(both, { by: "fifth", errorsOn: "log", draws: 2_000, seed: 7 })]).toEqual([...index]);
    expect(index.provenance.steps.at(-1)).toBe(
      "slope index of inequality over fifth 1, 2, 3, 4, 5, last minus first, on a linear scale; 95% limits simulated by 2000 draws with seed 7, errors normal on a log scale",
    );
    expect(
      slopeIndex(both, { by: "fifth", limits: "residuals", convention: "of the house" }).provenance.steps.at(-1),
    ).toBe(
      "slope index of inequality over fifth 1, 2, 3, 4, 5, last minus first, on a linear scale; 95% limits by Student's t from the scatter about the line; by the convention of the house",
    );
  });

  it("takes the errors of rates as normal by their logarithm, where asked to go by kind", () => {
    const options = { by: "fifth", draws: 1_000 } as const;
    const byKind = slopeIndex(both, { ...options, errorsOn: "by kind" });
    expect([...byKind]).toEqual([...slopeIndex(both, { ...options, errorsOn: "log" })]);
    expect([...byKind]).not.toEqual([...slopeIndex(both, options)]);
  });

  it("refuses groups whose order nobody knows, and fewer than three", () => {
    const named = rates(["a", "poor", 1, 10], ["a", "middling", 1, 10], ["a", "rich", 1, 10]);
    expect(() => slopeIndex(named, { by: "fifth" })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [order-needed] slopeIndex: the order of "fifth" must be given where its values are no numbers; found poor, middling, rich
        Fix: Say which comes first: { order: ["most deprived", …, "least deprived"] }.]
    `);
    expect(() => slopeIndex(named, { by: "fifth", order: ["poor", "rich"] })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [order-incomplete] slopeIndex: the order must name each value of "fifth" once; it has poor, rich, the table also middling
        Fix: Leave other rows out with keep(), such as those of all groups together, or name them in the order.]
    `);
    const two = rates(["a", "1", 1, 10], ["a", "2", 1, 10]);
    expect(() => slopeIndex(two, { by: "fifth" })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [too-few-groups] slopeIndex: a slope needs three groups or more; "fifth" has 2: 1, 2
        Fix: Compare two groups by inequalityGap().]
    `);
    expect(() => slopeIndex(both, { by: "fifth", errorsOn: "log", draws: 10 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] slopeIndex: draws must be a whole number from 1000, got 10
        Fix: Correct the option, or leave it out.]
    `);
    // @ts-expect-error no such key
    expect(() => slopeIndex(two, { by: "quintile" })).toThrow("[unknown-key]");
  });

  it("gives an empty table for an empty one", () => {
    expect([
      ...slopeIndex(
        where(both, () => false),
        { by: "fifth" },
      ),
    ]).toEqual([]);
  });
});

describe("inequalityGap", () => {
  it("sets the first group against the last, with limits, and says what would go", () => {
    const [a, b] = [...inequalityGap(both, { by: "fifth" })];
    // by hand: 100 − 20 per 1,000; mean 52 of 10,000 people with 520 events; (52 − 20) ÷ 52
    expect(a!.absolute).toBeCloseTo(80, 10);
    expect(a!.ratio).toBeCloseTo(5, 10);
    expect(a!.attributable).toBeCloseTo((32 / 52) * 100, 10);
    expect(a!.absoluteLower!).toBeGreaterThan(0);
    expect(a!.ratioLower!).toBeGreaterThan(1);
    expect(b!.absoluteLower!).toBeLessThan(0);
    expect(b!.absoluteUpper!).toBeGreaterThan(0);
  });

  it("has no ratio where the last group has nothing", () => {
    const [row] = [...inequalityGap(rates(...area("a", [100, 160, 120, 80, 0])), { by: "fifth" })];
    expect(row).toMatchObject({ absolute: 100, ratio: null });
  });
});
