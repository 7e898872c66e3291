import {
  type Age,
  ageBand,
  ageBands,
  evenAgeBands,
  explain,
  into,
  keep,
  type Missing,
  PopneedsError,
  tableFromRows,
} from "@popneeds/core";
import { spragueGraduation } from "@popneeds/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type UngroupMethod, ungroupAges } from "../../src/index.ts";

const open = Number.POSITIVE_INFINITY;
const methods: readonly UngroupMethod[] = [
  "uniform",
  "sprague",
  "ordinary beers",
  "modified beers",
  "monotone",
  "penalised composite link",
];

function people(
  counts: readonly (number | Missing)[],
  bands: readonly Age[] = evenAgeBands({ by: 5, to: 5 * (counts.length - 1) }),
) {
  return tableFromRows(
    bands.map((age, i) => ({ area: "A", age, people: counts[i]! })),
    { people: "count" },
  );
}

/** Six bands, and an open one of 30 and over. */
const six = [500, 450, 410, 380, 300, 260, 90];
const bands = evenAgeBands({ by: 5, to: 30 });

describe("ungroupAges", () => {
  it("gives single years and leaves the open band as it is", () => {
    const table = ungroupAges(people(six), { method: "sprague" });
    expect(table.length).toBe(31);
    const expected = spragueGraduation(six.slice(0, 6), [5, 5, 5, 5, 5, 5]);
    expect([...table].slice(0, 30).map(({ people }) => people)).toEqual([...expected]);
    expect([...table].at(-1)).toMatchObject({ age: { label: "30+" }, people: 90 });
  });

  it.each(methods)("keeps every band: %s", (method) => {
    const table = into(ungroupAges(people(six), { method }), bands);
    for (const [i, { people }] of [...table].entries()) expect(people! / six[i]!).toBeCloseTo(1, 12);
  });

  it.each(methods)("gives whole numbers that keep every band exactly, when asked: %s", (method) => {
    const table = ungroupAges(people(six), { method, rounding: "whole" });
    for (const { people } of table) expect(Number.isInteger(people)).toBe(true);
    expect([...into(table, bands)].map(({ people }) => people)).toEqual(six);
  });

  it("keeps whole numbers of any bands, by the monotone spline", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 15 }),
        (drawn) => {
          const starts = [0];
          for (const [, width] of drawn) starts.push(starts.at(-1)! + width);
          const own = [...drawn.map(([count]) => count), 7];
          const table = ungroupAges(people(own, ageBands(...starts)), { method: "monotone", rounding: "whole" });
          expect([...into(table, ageBands(...starts))].map(({ people }) => people)).toEqual(own);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("leaves bands as the method has them, when asked, and says so", () => {
    const table = ungroupAges(people(six), { method: "modified beers", bands: "as fitted" });
    const sums = [...into(table, bands)].map(({ people }) => people!);
    // By hand, 10-14: −.043 · 500 + .172 · 450 + .742 · 410 + .172 · 380 − .043 · 300 = 412.58.
    expect(sums[2]).toBeCloseTo(412.58, 9);
    expect(explain(table)).toContain("years do not add up to their bands exactly");
  });

  it("closes the open band where it is told to", () => {
    const table = ungroupAges(people(six), { method: "uniform", closeAt: 40 });
    expect(table.length).toBe(40);
    expect([...table].at(-1)).toMatchObject({ age: { label: "39" }, people: 9 });
    const smooth = ungroupAges(people(six), { method: "penalised composite link", closeAt: 50 });
    const tail = [...smooth].slice(30).map(({ people }) => people!);
    expect(tail.reduce((a, b) => a + b, 0)).toBeCloseTo(90, 9);
    expect(tail[0]! > tail[10]! && tail[10]! > tail[19]!).toBe(true);
  });

  it("is modelled, and says how", () => {
    const table = ungroupAges(people(six), { method: "penalised composite link", closeAt: 40, rounding: "whole" });
    expect(table.provenance.evidence).toBe("modelled");
    expect(table.provenance.steps).toMatchInlineSnapshot(`
      [
        "divided into single years by the penalised composite link model, smoothing chosen by the Bayesian information criterion, from ages 0-4, 5-9, 10-14, 15-19, 20-24, 25-29, 30-39; the open band supposed to end at 40; scaled to add up to each band; rounded to whole numbers within each band",
      ]
    `);
  });

  it("keeps groups apart, and what a zero is", () => {
    const rows = ["A", "B"].flatMap((area) =>
      bands.map((age, i) => ({ area, sex: "all" as const, age, people: area === "A" ? six[i]! : 0 })),
    );
    const table = ungroupAges(tableFromRows(rows, { people: "count" }), { method: "monotone" });
    expect(table.length).toBe(62);
    expect([...table].filter(({ area }) => area === "B").every(({ people }) => people === 0)).toBe(true);
    expect([...into(table, bands)].filter(({ area }) => area === "A").map(({ people }) => Math.round(people!))).toEqual(
      six,
    );
  });

  it("gives missing years for a missing band, and incomplete ones where they rest on it", () => {
    const missing = (method: UngroupMethod) =>
      [
        ...ungroupAges(people(six.with(1, Number.NaN).map((n) => (Number.isNaN(n) ? "suppressed" : n))), { method }),
      ].map(({ missing }) => missing);
    expect(missing("uniform").slice(0, 11)).toEqual([...Array(5).fill(null), ...Array(5).fill("suppressed"), null]);
    expect(missing("sprague").slice(0, 10)).toEqual([...Array(5).fill("incomplete"), ...Array(5).fill("suppressed")]);
    expect(missing("monotone").at(-2)).toBe("incomplete");
    expect(missing("monotone").at(-1)).toBe(null);
  });

  it("takes a band without a row for what an absent row means", () => {
    const rows = bands.filter((_, i) => i !== 2).map((age) => ({ area: "A", age, deaths: 5 }));
    const all = [...rows, ...bands.map((age) => ({ area: "B", age, deaths: 5 }))];
    const zero = ungroupAges(tableFromRows(all, { deaths: "count" }, { absent: "zero" }), { method: "uniform" });
    expect([...zero][10]).toMatchObject({ age: { label: "10" }, deaths: 0 });
    const unknown = ungroupAges(tableFromRows(all, { deaths: "count" }), { method: "uniform" });
    expect([...unknown][10]).toMatchObject({ deaths: null, missing: "incomplete" });
  });

  it("reports years below zero and cuts nothing off", () => {
    const table = ungroupAges(people([1000, 0, 0, 0, 0, 0]), { method: "sprague" });
    expect([...table][9]!.people).toBe(-17.6);
    expect(table.issues.map(({ code, severity, message }) => `${severity} ${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "warning years-below-zero: ungroupAges: 5 single years came out below 0, and are left so: A  7: -8.0; A  8: -16.0; A  9: -17.6; and 2 more",
      ]
    `);
    expect(ungroupAges(people([1000, 0, 0, 0, 0, 0]), { method: "monotone" }).issues).toEqual([]);
  });

  it("divides no count that cannot be", () => {
    const table = ungroupAges(people([10, -5, 20, 3]), { method: "uniform" });
    expect([...table].slice(4, 6)).toMatchObject([
      { people: 2, missing: null },
      { people: null, missing: "not available" },
    ]);
    expect(table.issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "impossible-count: ungroupAges: 1 counts are below 0 or infinite, and were not divided: A  5-9: -5",
    ]);
  });

  it("refuses bands that the method cannot take", () => {
    const message = (call: () => unknown) => {
      try {
        call();
      } catch (error) {
        return error instanceof PopneedsError ? error.message : String(error);
      }
      return "nothing thrown";
    };
    const uneven = people([1, 2, 3, 4, 5, 6, 7], ageBands(0, 1, 5, 10, 15, 20, 25));
    expect(message(() => ungroupAges(uneven, { method: "sprague" }))).toMatchInlineSnapshot(`
      "[bands-unfit] ungroupAges: the method sprague needs bands five years wide; 2 of 6 are not:
        0
        1-4
        Fix: Sum them into five-year bands first with regroupAges, or use the method "monotone", which takes any."
    `);
    expect(message(() => ungroupAges(people([1, 2, 3]), { method: "ordinary beers" }))).toMatchInlineSnapshot(`
      "[bands-unfit] ungroupAges: the method ordinary beers needs 5 closed bands or more; found 0-4, 5-9
        Fix: Use the method "monotone" or "uniform", or say with closeAt where the open band ends."
    `);
    const apart = people([1, 2, 3], [ageBand(0, 5), ageBand(10, 15), ageBand(15, open)]);
    expect(message(() => ungroupAges(apart, { method: "uniform" }))).toMatchInlineSnapshot(`
      "[bands-apart] ungroupAges: bands must follow on one another; 1 do not:
        0-4, then 10-14
        Fix: Give the bands between, or keep the ages on one side of the gap."
    `);
    expect(message(() => ungroupAges(people(six), { method: "monotone", closeAt: 30 }))).toMatchInlineSnapshot(`
      "[invalid-option] ungroupAges: closeAt must be a whole age above the start of the open band, 150 at most; found 30, and the open band is 30+
        Fix: Give the first age that nobody has reached, such as closeAt: 110, or leave it out."
    `);
    expect(message(() => ungroupAges(people(six), { method: "spline" as "monotone" }))).toMatchInlineSnapshot(`
      "[invalid-option] ungroupAges: method must be one of uniform, sprague, ordinary beers, modified beers, monotone, penalised composite link; found spline
        Fix: Write method: "uniform"."
    `);
  });

  it("of no rows is a table of no rows", () => {
    const none = keep(people(six), { area: "B" });
    expect(ungroupAges(none, { method: "sprague" }).length).toBe(0);
  });
});
