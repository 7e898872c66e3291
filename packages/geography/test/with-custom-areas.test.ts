import { keep, sourcesOf, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { rollUp, withCustomAreas } from "../src/index.ts";
import { smallPlaces as places, typedIn } from "./small-places.ts";

const rowsOf = (...rows: readonly (readonly [string, string, string?])[]) => ({
  rows: rows.map(([data_zone, area, name]) => ({ data_zone, area, ...(name ? { name } : {}) })),
  source: typedIn("mine", "my look-up of 2026"),
});
// Zone i counts 10^(i - 1), so that each digit of a sum is a zone.
const people = tableFromRows(
  ["z1", "z2", "z3", "z4", "z5", "z6"].map((area, i) => ({ area, people: 10 ** i })),
  { people: "count" },
);
const sums = (table: Iterable<{ area: string; people: number | null }>) =>
  Object.fromEntries([...table].map(({ area, people: count }) => [area, count]));

describe("withCustomAreas", () => {
  const own = withCustomAreas(
    places,
    rowsOf(["z1", "north", "North end"], ["z3", "north", "North end"], ["z5", "isles"], ["z6", "isles"], ["z2", ""]),
  );

  it("makes areas that are found by code, name and address, and stand between the zones and the partnerships", () => {
    expect(own.levels).toEqual([
      "zone",
      "neighbourhood",
      "locality",
      "council",
      "custom",
      "partnership",
      "board",
      "country",
    ]);
    for (const text of ["north", "North end", "north-end"])
      expect(own.find(text)).toEqual({ code: "north", level: "custom", name: "North end", address: "north-end" });
    expect(own.find("isles").name).toBe("isles");
    expect(own.baseAreas("north")).toEqual(["z1", "z3"]);
    expect(places.levels).not.toContain("custom");
  });

  it("puts them into the graph: what holds them whole, what they are compared with, what is the same place", () => {
    expect(own.parent("north", "partnership")?.code).toBe("P1");
    expect(own.comparators("north").map(({ code }) => code)).toEqual(["P1", "K"]);
    expect(own.coterminous("isles", "P2")).toBe(true);
    expect(own.comparators("isles").map(({ code }) => code)).toEqual(["K"]);
  });

  it("makes comparators of them too, by size, where they hold another area whole", () => {
    const wide = withCustomAreas(
      places,
      rowsOf(["P1", "wide"], ["z5", "wide"], ["z1", "near"], ["z2", "near"], ["z3", "near"]),
    );
    // z1 and z2 are the council C1; near adds z3, P1 has four zones, wide five, the country six.
    expect(wide.comparators("C1").map(({ code }) => code)).toEqual(["near", "P1", "wide", "K"]);
    const twin = withCustomAreas(places, rowsOf(["P1", "twin"]));
    expect(twin.comparators("L1").map(({ code }) => code)).toEqual(["P1", "K"]);
    expect(twin.comparators("P1").map(({ code }) => code)).toEqual(["K"]);
  });

  it("are rolled up to as any level, with the file among the sources, and without a word of the zones outside", () => {
    const rolled = rollUp(people, own, ["custom", "country"]);
    expect(sums(rolled)).toEqual({ north: 101, isles: 110_000, K: 111_111 });
    expect(rolled.provenance.steps).toEqual(["rolled up from zone to custom (my look-up of 2026); to country (E1)"]);
    expect(sourcesOf(rolled.provenance).map(({ id }) => id)).toContain("mine");
    expect(rolled.issues).toEqual(own.issues);
  });

  it("says which partnerships are covered in part", () => {
    expect(own.issues.map(({ code, severity, message }) => [code, severity, message])).toMatchInlineSnapshot(`
      [
        [
          "zones-not-covered",
          "note",
          "2 of the 4 data zones of North and Mid lie in none of the areas: z2, z4",
        ],
      ]
    `);
  });

  it("puts areas that share a zone on levels of their own, so that nobody is counted twice in one", () => {
    const shared = withCustomAreas(
      places,
      rowsOf(["z1", "a"], ["z2", "a"], ["z2", "b"], ["z3", "b"], ["z4", "c"], ["z3", "d"], ["z2", "d"]),
      { level: "cluster" },
    );
    expect(shared.levels.filter((level) => level.startsWith("cluster"))).toEqual(["cluster", "cluster-2", "cluster-3"]);
    expect(shared.areasAt("cluster").map(({ code }) => code)).toEqual(["a", "c"]);
    const rolled = rollUp(people, shared, ["cluster", "cluster-2", "cluster-3"]);
    expect(sums(rolled)).toEqual({ a: 11, b: 110, c: 1000, d: 110 });
    expect(sums(keep(rolled, { level: "cluster" }))).toEqual({ a: 11, c: 1000 });
    const issue = shared.issues.find(({ code }) => code === "overlapping-areas");
    expect(issue?.severity).toBe("warning");
    expect(issue?.message).toMatchInlineSnapshot(
      `"2 data zones lie in several areas: z2 (a, b, d), z3 (b, d); the areas stand on the levels cluster, cluster-2, cluster-3, and their people must not be added up across these"`,
    );
  });

  it("counts a zone once that is listed twice, and says so; an area across partnerships is named", () => {
    const twice = withCustomAreas(places, rowsOf(["z4", "a"], ["z4", "a"], ["z5", "a"], ["z6", "a"]));
    expect(twice.baseAreas("a")).toEqual(["z4", "z5", "z6"]);
    expect(twice.issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "duplicate-data-zone: data zones are listed more than once in an area, and are counted once, 1 in all: z4 (a)",
        "zones-not-covered: 3 of the 4 data zones of North and Mid lie in none of the areas: z1, z2, z3",
        "area-across-several: 1 of 1 areas lie across several areas of level partnership, and are compared only with what holds them whole: a (North and Mid, South and Isles)",
      ]
    `);
    expect(twice.parent("a", "partnership")).toBeNull();
  });

  it("takes the code of a larger area for all the zones in it, and a text that is no code for a name", () => {
    const made = withCustomAreas(places, {
      rows: [
        { data_zone: "N1", area: "The Glen & Strath" },
        { data_zone: "C3", area: "The Glen & Strath" },
      ],
    });
    expect(made.find("the glen and strath")).toEqual({
      code: "the-glen-and-strath",
      level: "custom",
      name: "The Glen & Strath",
      address: "the-glen-and-strath",
    });
    expect(made.baseAreas("the-glen-and-strath")).toEqual(["z1", "z4", "z5", "z6"]);
    expect(rollUp(people, made, ["custom"]).provenance.steps.at(-1)).toBe(
      "rolled up from zone to custom (the list of areas)",
    );
  });

  it("never has a code or an address that leads out of a folder", () => {
    const odd = withCustomAreas(places, rowsOf(["z1", ".."], ["z2", "../../x", "…"], ["z3", "<b>&</b>"]));
    expect(odd.areasAt("custom").map(({ code, name, address }) => [code, name, address])).toEqual([
      ["area", "..", "area"],
      ["x", "…", "x"],
      ["b-and-b", "<b>&</b>", "b-and-b"],
    ]);
  });

  it("leaves the address to the code where two areas share a name", () => {
    const alike = withCustomAreas(places, rowsOf(["z1", "a", "Centre"], ["z2", "b", "Centre"]));
    expect(alike.areasAt("custom").map(({ address }) => address)).toEqual(["a", "b"]);
  });

  it("refuses what cannot be drawn", () => {
    const refusal = (records: Parameters<typeof withCustomAreas>[1], level?: string) => {
      try {
        withCustomAreas(places, records, level ? { level } : {});
      } catch (error) {
        return (error as Error).message;
      }
      return "not refused";
    };
    expect(refusal(rowsOf(["z9", "a"], ["Zone", "a"], ["z1", "a"]))).toMatchInlineSnapshot(`
      "[unknown-data-zone] mine.csv: every data_zone must be a zone of the geography, or the code of a larger area; 2 of 3 are not:
        "z9"  a
        "Zone"  a
        Fix: Correct the codes; those of another edition must be converted first."
    `);
    expect(refusal({ rows: [] })).toMatchInlineSnapshot(`
      "[no-data-zones] the list of areas: an area needs at least one zone; no row names an area
        Fix: Give rows with the columns data_zone and area."
    `);
    expect(refusal(rowsOf(["z1", ""]))).toContain("[no-data-zones]");
    expect(refusal(rowsOf(["z1", "P1"]))).toMatchInlineSnapshot(`
      "[duplicate-area] mine.csv: an area needs a code that none has yet; 1 of 1 stand for others already:
        P1  North and Mid
        Fix: Choose codes of your own."
    `);
    expect(refusal(rowsOf(["z1", "a", "One"], ["z2", "a", "Two"]))).toMatchInlineSnapshot(`
      "[duplicate-area] mine.csv: a code stands for one area, with one name; a stands for two:
        a  One
        a  Two
        Fix: Write code and name the same in every row of an area."
    `);
    expect(refusal(rowsOf(["z1", "my area"], ["z2", "My Area"]))).toMatchInlineSnapshot(`
      "[duplicate-area] mine.csv: a code stands for one area, with one name; my-area stands for two:
        my area
        My Area
        Fix: Write code and name the same in every row of an area."
    `);
    expect(refusal(rowsOf(["z1", "a"]), "board")).toMatchInlineSnapshot(`
      "[level-exists] withCustomAreas: there is a level "board" already
        Fix: Choose another name: { level: "cluster" }."
    `);
  });
});
