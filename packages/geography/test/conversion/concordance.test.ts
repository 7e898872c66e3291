import { sourcesOf } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { type ConcordanceColumns, concordance, exactPairs } from "../../src/index.ts";
import { typedIn } from "../small-places.ts";

const source = typedIn("old-to-new", "list of 2014");
const weighted = (...rows: readonly (readonly [string, string, string])[]) => ({
  rows: rows.map(([old, fresh, people]) => ({ old, new: fresh, people })),
  source,
});
const columns: ConcordanceColumns = { from: "old", to: "new", weight: "people", base: "people of Census 2011" };

describe("concordance", () => {
  it("reads the shares of each old area", () => {
    const made = concordance(
      weighted(["a", "x", "0.25"], ["a", "y", "0.75"], ["b", "y", "1"], ["b", "z", "0"]),
      columns,
    );
    expect([...made.shares]).toEqual([
      [
        "a",
        [
          { to: "x", weight: 0.25 },
          { to: "y", weight: 0.75 },
        ],
      ],
      ["b", [{ to: "y", weight: 1 }]],
    ]);
    expect([made.base, made.edition, made.issues]).toEqual(["people of Census 2011", "list of 2014", []]);
    expect(sourcesOf(made.provenance)).toEqual([source]);
    expect(made.provenance.steps).toEqual(["weights: people of Census 2011"]);
  });

  it("adds amounts up, as of postcodes, and divides them by their sum, where they are said to be amounts", () => {
    const rows = weighted(["a", "x", "30"], ["a", "y", "50"], ["a", "x", "20"]);
    const made = concordance(rows, { ...columns, weights: "amounts" });
    // 30 + 20 and 50 of 100, by hand.
    expect(made.shares.get("a")).toEqual([
      { to: "x", weight: 0.5 },
      { to: "y", weight: 0.5 },
    ]);
    expect(made.provenance.steps).toEqual(["weights: people of Census 2011, divided by the sum of each old area"]);
    expect(() => concordance(rows, columns)).toThrow("[duplicate-pair]");
  });

  it("says which areas have no weight, and which are not there", () => {
    const made = concordance(weighted(["a", "x", "0"], ["a", "y", "0"], ["b", "y", "0"]), {
      ...columns,
      weights: "amounts",
      sources: ["a", "b", "c", "d"],
    });
    expect([...made.shares.keys()]).toEqual(["b"]);
    expect([...made.withoutWeight]).toEqual(["a"]);
    expect(made.issues.map(({ code, message, found }) => [code, message, found])).toMatchInlineSnapshot(`
      [
        [
          "no-weight",
          "1 of 2 old areas have several new ones and no weight in any: a",
          "a",
        ],
        [
          "sources-missing",
          "2 of 4 old areas are not in the list: c, d",
          "c, d",
        ],
      ]
    `);
  });

  it("takes shares that were printed with few digits only if they are said to be amounts", () => {
    const thirds = weighted(["a", "x", "0.333"], ["a", "y", "0.333"], ["a", "z", "0.333"]);
    expect(() => concordance(thirds, columns)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [weights-not-one] old-to-new.csv: the shares of each old area sum to 1; 1 of 1 fail:
        a  0.999
        Fix: Correct them; or, if they are people or addresses, or were rounded, say so with weights: "amounts", and each is divided by its area's sum.]
    `);
    expect(concordance(thirds, { ...columns, weights: "amounts" }).shares.get("a")![0]!.weight).toBeCloseTo(1 / 3, 12);
  });

  it("refuses weights that are none, blank areas, unknown ones, missing columns and no rows", () => {
    const refusal = (rows: ReturnType<typeof weighted>, further: Partial<ConcordanceColumns> = {}) => {
      try {
        concordance(rows, { ...columns, ...further });
      } catch (error) {
        return (error as Error).message;
      }
      return "not refused";
    };
    expect(
      refusal(weighted(["a", "x", ""], ["b", "x", "-1"], ["c", "x", "1,000"], ["d", "x", "*"])),
    ).toMatchInlineSnapshot(`
      "[unreadable-weight] old-to-new.csv: every weight is a number of 0 or more; 4 of 4 fail:
        row 1: a  x  ""
        row 2: b  x  "-1"
        row 3: c  x  "1,000"
        and 1 more
        Fix: Write weights with digits and a point; a pair of which the weight is not known cannot be used."
    `);
    expect(refusal(weighted(["a", " ", "1"]))).toContain(
      "[blank-key] old-to-new.csv: every row names an old and a new area",
    );
    expect(refusal(weighted(["a", "x", "1"]), { sources: ["b"] })).toContain("[unknown-area]");
    expect(refusal(weighted(["a", "x", "1"]), { targets: ["y"] })).toContain(
      "every new area is one of the new edition",
    );
    expect(refusal(weighted(["a", "x", "1"]), { weight: "addresses" })).toContain(
      'missing column "addresses"; found "old"',
    );
    expect(refusal(weighted())).toContain("[no-rows]");
  });
});

describe("exactPairs", () => {
  const pairs = (...rows: readonly (readonly [string, string])[]) => ({
    rows: rows.map(([old, fresh]) => ({ old, new: fresh })),
    source,
  });

  it("takes areas that are the same, or were joined, whole; and none that overlap in part, on either side", () => {
    const made = exactPairs(
      pairs(
        ["a", "x"], // alone on both sides
        ["b", "y"], // joined with c
        ["c", "y"],
        ["d", "z"], // divided
        ["d", "w"],
        ["e", "v"], // whole in v, but v takes a part of f as well
        ["f", "v"],
        ["f", "u"],
      ),
      { from: "old", to: "new" },
    );
    expect(
      [...made.shares].map(([old, parts]) => `${old} ${parts.map(({ to, weight }) => `${to} ${weight}`)}`),
    ).toEqual(["a x 1", "b y 1", "c y 1"]);
    expect(made.issues.map(({ code, message, found }) => [code, message, found])).toMatchInlineSnapshot(`
      [
        [
          "not-exact",
          "3 of 6 old areas overlap new ones in part, and the list has no weights: d, e, f",
          "d, e, f",
        ],
      ]
    `);
  });

  it("says nothing where all is exact, and refuses what is no list of pairs", () => {
    expect(exactPairs(pairs(["a", "x"]), { from: "old", to: "new" }).issues).toEqual([]);
    expect(() => exactPairs(pairs(["a", "x"]), { from: "old", to: "target" })).toThrow("[missing-column]");
    expect(() => exactPairs(pairs(), { from: "old", to: "new" })).toThrow("[no-rows]");
  });
});
