import { ageBand, fromSource, sourcesOf, sumOver, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { concordance, convertAreas, exactPairs } from "../../src/index.ts";
import { typedIn } from "../small-places.ts";

const list = (...rows: readonly (readonly [string, string, number])[]) =>
  concordance(
    {
      rows: rows.map(([old, fresh, share]) => ({ old, new: fresh, share: `${share}` })),
      source: typedIn("list", "list of 2014"),
    },
    { from: "old", to: "new", weight: "share", base: "people of Census 2011" },
  );
/** Made up: a is divided 60 to 40, b is joined to y, c is z under a new code. */
const made = list(["a", "x", 0.6], ["a", "y", 0.4], ["b", "y", 1], ["c", "z", 1]);

const deaths = (...rows: readonly (readonly [string, number | "suppressed"])[]) =>
  tableFromRows(
    rows.map(([area, count]) => ({ area, deaths: count })),
    { deaths: "count" },
    { provenance: { ...fromSource(typedIn("deaths")), evidence: "observed" } },
  );
const sums = (table: Iterable<{ area: string; deaths: number | null }>) =>
  Object.fromEntries([...table].map(({ area, deaths: count }) => [area, count]));

describe("convertAreas", () => {
  it("shares counts out, in fractions", () => {
    const converted = convertAreas(deaths(["a", 5], ["b", 7], ["c", 2]), made);
    // By hand: 5 × 0.6; 5 × 0.4 + 7; 2. Parts are kept to 2^-20.
    expect(sums(converted)["x"]).toBeCloseTo(3, 5);
    expect(sums(converted)["y"]).toBeCloseTo(9, 5);
    expect(sums(converted)["z"]).toBe(2);
    expect([...converted].reduce((sum, { deaths: count }) => sum + count!, 0)).toBe(14);
  });

  it("shares counts out in whole numbers, carrying on from age to age what was rounded off", () => {
    const ages = [0, 1, 2, 3, 4].map((from) => ageBand(from, from + 1));
    const table = tableFromRows(ages.map((age) => ({ area: "a", age, deaths: 1 })).reverse(), { deaths: "count" });
    const converted = convertAreas(table, made, { numbers: "whole" });
    // By hand, 0.6 and 0.4 of five single deaths in order of age: x, y, x, y, x.
    expect(
      [...converted].filter(({ deaths: count }) => count === 1).map(({ area, age }) => `${age.label} ${area}`),
    ).toEqual(["0 x", "1 y", "2 x", "3 y", "4 x"]);
    expect(sums(sumOver(converted, "age"))).toEqual({ x: 3, y: 2 });
  });

  it("says what was divided, by what, and that it is a model and a break", () => {
    const converted = convertAreas(deaths(["a", 5], ["b", 7], ["c", 2]), made);
    expect(converted.provenance.evidence).toBe("modelled");
    expect(converted.provenance.steps).toEqual([
      "areas converted by people of Census 2011 (list of 2014); 1 of 3 were divided, so that figures before and after are of different kinds",
    ]);
    expect(sourcesOf(converted.provenance).map(({ id }) => id)).toEqual(["deaths", "list"]);
    expect(
      converted.issues.map(({ code, severity, message }) => `${severity} ${code}: ${message}`),
    ).toMatchInlineSnapshot(`
      [
        "warning modelled-areas: 1 of 3 areas were divided by people of Census 2011: their figures are modelled, and stand across a break: a",
      ]
    `);
  });

  it("leaves what was counted counted where every area went whole", () => {
    const whole = list(["b", "y", 1], ["c", "z", 1]);
    const converted = convertAreas(deaths(["b", 7], ["c", 2]), whole);
    expect([sums(converted), converted.provenance.evidence, converted.issues]).toEqual([
      { y: 7, z: 2 },
      "observed",
      [],
    ]);
    const pairs = exactPairs(
      {
        rows: [
          { old: "b", new: "y" },
          { old: "c", new: "y" },
        ],
        source: typedIn("pairs"),
      },
      { from: "old", to: "new" },
    );
    expect(sums(convertAreas(deaths(["b", 7], ["c", 2]), pairs))).toEqual({ y: 9 });
  });

  it("names new areas that take from old ones which the table does not have", () => {
    const converted = convertAreas(deaths(["b", 7]), made);
    expect(sums(converted)).toEqual({ y: 7 });
    expect(converted.issues.map(({ code, found }) => [code, found])).toEqual([["incomplete-areas", "y"]]);
  });

  it("keeps a missing count missing, for its reason, wherever it goes", () => {
    const converted = convertAreas(deaths(["a", "suppressed"], ["b", 7], ["c", 2]), made);
    expect([...converted].map(({ area, deaths: count, missing }) => [area, count, missing])).toEqual([
      ["x", null, "suppressed"],
      ["y", null, "suppressed"],
      ["z", 2, null],
    ]);
  });

  it("does not depend on the order of rows", () => {
    const rows = [
      ["a", 5],
      ["b", 7],
      ["c", 2],
    ] as const;
    const forth = sums(convertAreas(deaths(...rows), made, { numbers: "whole" }));
    expect(sums(convertAreas(deaths(...[...rows].reverse()), made, { numbers: "whole" }))).toEqual(forth);
    expect(forth).toEqual({ x: 3, y: 9, z: 2 });
  });

  it("has nothing of nothing, and lets areas go that are not listed where they have 0", () => {
    expect(convertAreas(deaths(["a", 0]), made).length).toBe(2);
    expect([...convertAreas(deaths(["unlisted", 0], ["c", 1]), made)]).toHaveLength(1);
  });

  it("refuses areas that are not listed, fractions where whole numbers are wanted, and rates", () => {
    expect(() =>
      convertAreas(deaths(["a", 5], ["q", 1], ["r", "suppressed"]), made),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-in-concordance] convertAreas: every area with a figure needs a share in the list; 2 of 3 have none:
        q
        r
        Fix: Complete the list, or leave these areas out with keep(), and say so.]
    `);
    const lived = tableFromRows([{ area: "a", lived: 1.5 }], { lived: "person-years" });
    expect(() => convertAreas(lived, made, { numbers: "whole" })).toThrow("[not-whole]");
    expect([...convertAreas(lived, made)].map(({ lived: years }) => years!).reduce((a, b) => a + b)).toBeCloseTo(
      1.5,
      12,
    );
    const rates = tableFromRows([{ area: "a", rate: 1.5 }], { rate: "rate" });
    expect(() => convertAreas(rates as never, made)).toThrow(
      '[not-additive] convertAreas: only counts are shared out; "rate"',
    );
    const nowhere = tableFromRows([{ place: "a", deaths: 1 }], { deaths: "count" });
    expect(() => convertAreas(nowhere as never, made)).toThrow("[unknown-key]");
  });
});
