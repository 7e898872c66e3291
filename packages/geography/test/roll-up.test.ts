import { explain, fromSource, sourcesOf, sumOver, tableFromRows, where } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { customArea, rollUp } from "../src/index.ts";
import { smallPlaces as places, typedIn } from "./small-places.ts";

const people = tableFromRows(
  ["z1", "z2", "z3", "z4", "z5", "z6"].flatMap((area, i) => [
    { area, sex: "female", people: 10 ** i },
    { area, sex: "male", people: 2 * 10 ** i },
  ]),
  { people: "count" },
  { provenance: { ...fromSource(typedIn("people")), evidence: "observed" } },
);
const sums = (table: Iterable<{ level: string; area: string; people: number | null }>) =>
  Object.fromEntries([...table].map(({ level, area, people: count }) => [`${level} ${area}`, count]));

describe("rollUp", () => {
  it("sums every level in one pass and keeps the other keys", () => {
    const rolled = rollUp(people, places, ["locality", "council", "partnership", "country"]);
    expect(rolled.length).toBe(2 * (2 + 3 + 2 + 1));
    // By hand: females of zone i count 10^i, males twice that, so each digit is a zone.
    expect(sums(sumOver(rolled, "sex"))).toEqual({
      "locality L1": 3033,
      "locality L2": 300,
      "council C1": 33,
      "council C2": 3300,
      "council C3": 330000,
      "partnership P1": 3333,
      "partnership P2": 330000,
      "country K": 333333,
    });
  });

  it("rolls up from a higher level, and takes that level along", () => {
    const boards = rollUp(sumOver(people, "sex"), places, ["partnership"]);
    const partnerships = tableFromRows(
      [...boards].map(({ area, people: count }) => ({ area, people: count ?? 0 })),
      { people: "count" },
    );
    expect(sums(rollUp(partnerships, places, ["partnership", "board"], { from: "partnership" }))).toEqual({
      "partnership P1": 3333,
      "partnership P2": 330000,
      "board B1": 3333,
      "board B2": 330000,
    });
  });

  it("says which levels of which edition, and which files it rests on, and keeps what was observed observed", () => {
    const { provenance } = rollUp(people, places, ["locality", "partnership"]);
    expect(provenance.steps).toEqual(["rolled up from zone to locality (E2); to partnership (E1)"]);
    expect(sourcesOf(provenance).map(({ id }) => id)).toEqual([
      "people",
      "to-locality",
      "to-council",
      "to-partnership",
    ]);
    expect(provenance.evidence).toBe("observed");
    expect(explain(provenance)).toContain("with to-locality. test; edition: E2");
  });

  it("says how many small areas have no parent at a level", () => {
    const { issues } = rollUp(people, places, ["locality"]);
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ["area-without-parent", "2 of 6 areas have no locality in the look-up of E2: z5, z6"],
    ]);
  });

  it("keeps a sum with a missing part missing, for the part's reason", () => {
    const some = tableFromRows(
      [
        { area: "z1", people: 4 },
        { area: "z2", people: "suppressed" },
        { area: "z3", people: 5 },
      ],
      { people: "count" },
    );
    expect(
      [...rollUp(some, places, ["council"])].map(({ area, people: count, missing }) => [area, count, missing]),
    ).toEqual([
      ["C1", null, "suppressed"],
      ["C2", 5, null],
    ]);
  });

  it("gives an empty table for an empty one", () => {
    const none = where(people, () => false);
    expect([...rollUp(none, places, ["council", "country"])]).toEqual([]);
  });

  it("refuses areas of another level, and a table that has been rolled up", () => {
    const odd = tableFromRows([{ area: "C1", people: 1 }], { people: "count" });
    expect(() => rollUp(odd, places, ["board"])).toThrow("every area must be a zone; 1 of 1 are not:\n  C1");
    expect(() => rollUp(rollUp(people, places, ["zone"]), places, ["board"])).toThrow("[has-levels]");
  });
});

describe("customArea", () => {
  it("is rolled up beside the levels, without a word about the zones outside it", () => {
    const mine = customArea(places, { code: "mine", name: "My area", dataZones: ["z2", "z6"] });
    const rolled = rollUp(sumOver(people, "sex"), places, ["country", mine]);
    expect(sums(rolled)).toEqual({ "country K": 333333, "custom mine": 300030 });
    expect(rolled.issues).toEqual([]);
    expect(rolled.provenance.steps.at(-1)).toBe(
      "rolled up from zone to country (E1); to custom (My area: a list of 2 zone codes given by the analyst)",
    );
  });

  it("counts a zone once that is listed twice, and says so", () => {
    const mine = customArea(places, { code: "mine", name: "My area", dataZones: ["z2", " z2", "z6"] });
    const rolled = rollUp(sumOver(people, "sex"), places, [mine]);
    expect(sums(rolled)).toEqual({ "custom mine": 300030 });
    expect(rolled.issues.map(({ code, message }) => [code, message])).toEqual([
      ["duplicate-data-zone", "My area: 1 codes are listed more than once and are counted once: z2"],
    ]);
  });

  it("refuses unknown zones, an empty list, and a code that is taken", () => {
    const parts = { code: "mine", name: "My area" };
    expect(() => customArea(places, { ...parts, dataZones: ["z1", "z8", "C1"] })).toThrow(
      "[unknown-data-zone] customArea: every code must be a zone; 2 of 3 are not:\n  z8\n  C1",
    );
    expect(() => customArea(places, { ...parts, dataZones: [] })).toThrow("[no-data-zones]");
    expect(() => customArea(places, { ...parts, code: "P1", dataZones: ["z1"] })).toThrow("[duplicate-area]");
  });
});
