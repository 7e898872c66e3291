import { fromSource, type LookUp, type Source } from "@popneeds/core";
import { createPlaces, type Places, type PlacesParts } from "../src/index.ts";

/** A source for tables typed in. */
export function typedIn(id: string, edition = "typed in"): Source {
  return {
    id,
    title: id,
    publisher: "test",
    edition,
    licence: "none",
    file: `${id}.csv`,
    sha256: "0".repeat(64),
    evidence: "published",
  };
}

export function lookUp(level: string, parents: Readonly<Record<string, string>>, edition = "E1"): LookUp {
  return {
    level,
    parents: new Map(Object.entries(parents)),
    edition,
    provenance: { ...fromSource(typedIn(`to-${level}`, edition)), evidence: "observed" },
  };
}

/**
 * Made up: six zones. North and Mid are two councils and one partnership, North-Mid; South is a council, a partnership and
 * a board of the same extent. Locality L2 is cut off from z3 and z4's neighbourhood N2, which straddles L1 and L2.
 */
export const smallParts: PlacesParts = {
  levels: ["zone", "neighbourhood", "locality", "council", "partnership", "board", "country"],
  meant: "partnership",
  comparators: ["partnership", "board", "country"],
  areas: [
    ...["z1", "z2", "z3", "z4", "z5", "z6"].map((code) => ({ code, level: "zone", name: "Zone", address: code })),
    ...["N1", "N2", "N3"].map((code) => ({
      code,
      level: "neighbourhood",
      name: `Hood ${code}`,
      address: `hood-${code}`,
    })),
    { code: "L1", level: "locality", name: "Upper Town", address: "north-mid/upper-town" },
    { code: "L2", level: "locality", name: "Lower Town", address: "north-mid/lower-town" },
    { code: "C1", level: "council", name: "North", address: "north" },
    { code: "C2", level: "council", name: "Mid", address: "mid" },
    { code: "C3", level: "council", name: "South & Isles", address: "south-and-isles" },
    { code: "P1", level: "partnership", name: "North and Mid", address: "north-and-mid" },
    { code: "P2", level: "partnership", name: "South and Isles", address: "south-and-isles" },
    { code: "B1", level: "board", name: "Mainland", address: "mainland" },
    { code: "B2", level: "board", name: "South and Isles", address: "south-and-isles" },
    { code: "K", level: "country", name: "Country", address: "country" },
  ],
  aliases: [
    { code: "P2", alias: "The Isles" },
    { code: "C3", alias: "The Isles" },
  ],
  formerCodes: [{ code: "C9", current: "C1" }],
  namedOnly: [
    { within: "P2", name: "West Isle" },
    { within: "P2", name: "East Isle" },
  ],
  links: [
    { from: "zone", lookUp: lookUp("neighbourhood", { z1: "N1", z2: "N2", z3: "N2", z4: "N1", z5: "N3", z6: "N3" }) },
    { from: "zone", lookUp: lookUp("locality", { z1: "L1", z2: "L1", z3: "L2", z4: "L1" }, "E2") },
    { from: "zone", lookUp: lookUp("council", { z1: "C1", z2: "C1", z3: "C2", z4: "C2", z5: "C3", z6: "C3" }) },
    { from: "council", lookUp: lookUp("partnership", { C1: "P1", C2: "P1", C3: "P2" }) },
    { from: "council", lookUp: lookUp("board", { C1: "B1", C2: "B1", C3: "B2" }) },
    { from: "board", lookUp: lookUp("country", { B1: "K", B2: "K" }) },
  ],
};

export const smallPlaces: Places = createPlaces(smallParts);
