import { describe, expect, it } from "vitest";
import { createPlaces } from "../src/index.ts";
import { lookUp, smallPlaces as places, smallParts } from "./small-places.ts";

const codes = (areas: readonly { readonly code: string }[]) => areas.map(({ code }) => code);

describe("find", () => {
  it("finds an area by code, former code, address, name and alias", () => {
    expect(places.find("C1").code).toBe("C1");
    expect(places.find("C9").code).toBe("C1");
    expect(places.find("north-mid/lower-town").code).toBe("L2");
    expect(places.find("Lower Town").code).toBe("L2");
    expect(places.find("the isles", { level: "council" }).code).toBe("C3");
  });

  it("does not mind case, blanks, punctuation, and & for and", () => {
    expect(places.find("  north & MID ").code).toBe("P1");
    expect(places.find("lower-town").code).toBe("L2");
  });

  it("means the partnership where one name is a partnership, a council and a board, unless the level is given", () => {
    expect(places.find("South and Isles").code).toBe("P2");
    expect(places.find("South and Isles", { level: "board" }).code).toBe("B2");
    expect(places.find("South and Isles", { level: "council" }).code).toBe("C3");
  });

  it("finds base areas by code only, since their names are no keys", () => {
    expect(places.find("z1").level).toBe("zone");
    expect(() => places.find("Zone")).toThrow("[unknown-area]");
  });

  it("refuses an unknown text with the nearest names, their levels and codes", () => {
    expect(() => places.find("Lwer Town")).toThrow(
      '[unknown-area] find: unknown area "Lwer Town"; nearest: Lower Town (locality, L2), Upper Town (locality, L1)',
    );
    expect(() => places.find("Mainlnd")).toThrow("nearest: Mainland (board, B1)");
    expect(() => places.find("Quebec")).toThrow("nothing is called like it");
    expect(() => places.find("")).toThrow('unknown area ""');
  });

  it("finds names by some of their words", () => {
    expect(() => places.find("Uper")).toThrow("nearest: Upper Town (locality, L1)");
  });

  it("says which areas a text may mean when none of them is of the usual level", () => {
    const twins = createPlaces({ ...smallParts, aliases: [{ code: "B1", alias: "Upper Town" }] });
    expect(() => twins.find("Upper Town")).toThrow(
      '[ambiguous-area] find: "Upper Town" may be one of 2 areas: Upper Town (locality, L1), Mainland (board, B1)',
    );
  });

  it("says what became of an area that was divided", () => {
    const divided = createPlaces({
      ...smallParts,
      formerCodes: [
        { code: "C8", current: "C1" },
        { code: "C8", current: "C2" },
        { code: "C7", current: "C1", extent: "unknown" },
      ],
    });
    expect(() => divided.find("C8")).toThrow(
      '[ambiguous-area] find: "C8" may be one of 2 areas: North (council, C1), Mid (council, C2)',
    );
    expect(() => divided.find("C7")).toThrow("[unknown-area]");
  });

  it("lets areas of a level stand back that is meant only when it is asked for", () => {
    const shy = createPlaces({
      ...smallParts,
      aliases: [{ code: "B1", alias: "Upper Town" }],
      onlyWhenAsked: ["board"],
      levelNames: { "health-board": "board" },
    });
    expect(shy.find("Upper Town").code).toBe("L1");
    expect(shy.find("Upper Town", { level: "health-board" }).code).toBe("B1");
    expect(shy.find("Mainland").code).toBe("B1");
    expect(() => shy.find("Mainlnd")).toThrow("nothing is called like it");
  });

  it("refuses a level that is not there", () => {
    expect(() => places.find("North", { level: "province" })).toThrow(
      '[unknown-level] unknown level "province"; known: zone, neighbourhood, locality',
    );
  });
});

describe("the graph", () => {
  it("puts an area into the one that holds all of its base areas", () => {
    expect(places.parent("L1", "partnership")?.code).toBe("P1");
    expect(places.parent("P1", "board")?.code).toBe("B1");
    expect(places.parent("P2", "country")?.code).toBe("K");
    expect(places.parent("P1", "partnership")?.code).toBe("P1");
  });

  it("gives no parent to an area that straddles two, or has a part that lies in none", () => {
    expect(places.parent("N2", "locality")).toBeNull();
    expect(places.parent("P1", "council")).toBeNull();
    expect(places.parent("N3", "locality")).toBeNull();
    expect(codes(places.straddling("neighbourhood", "locality"))).toEqual(["N2"]);
    expect(codes(places.straddling("locality", "council"))).toEqual(["L1"]);
  });

  it("lists the areas that lie in one", () => {
    expect(codes(places.children("P1", "council"))).toEqual(["C1", "C2"]);
    expect(codes(places.children("P1", "locality"))).toEqual(["L1", "L2"]);
    expect(codes(places.children("P2", "locality"))).toEqual([]);
    expect(places.baseAreas("L1")).toEqual(["z1", "z2", "z4"]);
  });

  it("makes a look-up between any two levels, with the editions and files that it rests on", () => {
    const toBoard = places.lookUp("zone", "board");
    expect([...toBoard.parents]).toEqual([
      ["z1", "B1"],
      ["z2", "B1"],
      ["z3", "B1"],
      ["z4", "B1"],
      ["z5", "B2"],
      ["z6", "B2"],
    ]);
    expect(toBoard.edition).toBe("E1");
    expect(toBoard.provenance.inputs.map(({ source }) => source?.id)).toEqual(["to-council", "to-board"]);
    const upward = places.lookUp("locality", "partnership");
    expect([...upward.parents]).toEqual([
      ["L1", "P1"],
      ["L2", "P1"],
    ]);
    expect(upward.edition).toBe("E2; E1");
    expect([...places.lookUp("partnership", "board").parents]).toEqual([
      ["P1", "B1"],
      ["P2", "B2"],
    ]);
  });

  it("knows twins: areas of the same extent", () => {
    expect(places.coterminous("P2", "B2")).toBe(true);
    expect(places.coterminous("P1", "B1")).toBe(true);
    expect(places.coterminous("C1", "P1")).toBe(false);
    expect(places.coterminous("B1", "K")).toBe(false);
  });

  it("compares an area with larger ones, nearest first, and never with a twin", () => {
    expect(codes(places.comparators("P2"))).toEqual(["K"]);
    expect(codes(places.comparators("L1"))).toEqual(["P1", "K"]);
    expect(codes(places.comparators("C1"))).toEqual(["P1", "K"]);
    expect(codes(places.comparators("K"))).toEqual([]);
  });
});

describe("createPlaces", () => {
  it("refuses a code that stands for two areas", () => {
    const twice = [...smallParts.areas, { code: "C1", level: "board", name: "Other", address: "other" }];
    expect(() => createPlaces({ ...smallParts, areas: twice })).toThrow(
      "[duplicate-area] createPlaces: a code stands for one area; C1 stands for two:\n  North (council, C1)\n  Other (board, C1)",
    );
  });

  it("refuses a link to an area that is not listed", () => {
    const links = [{ from: "zone", lookUp: lookUp("council", { z1: "C7", z2: "C1" }) }];
    expect(() => createPlaces({ ...smallParts, links })).toThrow("1 of 2 rows do not:\n  z1  C7");
  });

  it("refuses an unknown code, and a level that no link leads to", () => {
    expect(() => places.area("C4")).toThrow("[unknown-area]");
    const loose = createPlaces({ ...smallParts, links: [] });
    expect(() => loose.lookUp("zone", "board")).toThrow("[no-path] no links lead from zone to board");
  });
});
