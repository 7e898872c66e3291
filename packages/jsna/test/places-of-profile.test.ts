import { loadPlaces } from "@popneeds/geography";
import { openData } from "@popneeds/ingest";
import { describe, expect, it } from "vitest";
import { placesOfProfile } from "../src/places-of-profile.ts";

const places = await loadPlaces(await openData(new URL("../../../datasets", import.meta.url).pathname));
const of = (text: string, level?: string) => placesOfProfile(places, places.find(text, { level }));
const codes = (areas: readonly { readonly code: string }[]) => areas.map(({ code }) => code);

describe("placesOfProfile", () => {
  it("of a partnership that is a council and a board too: those are its twins, and no comparators", () => {
    const found = of("dumfries-and-galloway");
    expect(codes(found.twins)).toEqual(["S37000006", "S12000006", "S08000017"]);
    expect(codes(found.comparators)).toEqual(["region-later:west", "S92000003"]);
    expect(found.localities.map(({ name }) => name).sort()).toEqual([
      "Annandale and Eskdale",
      "Nithsdale",
      "Stewartry",
      "Wigtownshire",
    ]);
    expect([found.folder, found.partnership, found.withoutLocalities]).toEqual([
      "dumfries-and-galloway",
      "S37000006",
      null,
    ]);
  });

  it("of the council or board of one name: the same twins, and a folder of its own", () => {
    for (const [text, folder] of [
      ["S12000006", "dumfries-and-galloway-council"],
      ["S08000017", "nhs-dumfries-and-galloway"],
    ] as const) {
      const found = of(text);
      expect(codes(found.twins).sort()).toEqual(["S08000017", "S12000006", "S37000006"]);
      expect(found.twins[0]!.code).toBe(text);
      expect([found.folder, found.localities.length, found.partnership]).toEqual([folder, 4, "S37000006"]);
    }
  });

  it("of a partnership of two councils: no twin, and it is found by its name", () => {
    const found = of("Clackmannanshire and Stirling");
    expect(codes(found.twins)).toEqual(["S37000005"]);
    expect(codes(found.comparators)).toEqual(["S08000019", "region-later:west", "S92000003"]);
    expect([found.folder, found.localities.length]).toEqual(["clackmannanshire-and-stirling", 3]);
  });

  it("of a council that shares its name with a locality: its own folder", () => {
    const found = of("S12000005");
    expect([found.area.name, found.folder]).toEqual(["Clackmannanshire", "clackmannanshire"]);
    expect(codes(found.comparators)).toEqual(["S37000005", "S08000019", "region-later:west", "S92000003"]);
  });

  it("of a partnership whose localities have no zones: none, and why", () => {
    const found = of("falkirk");
    expect([found.area.level, found.localities]).toEqual(["partnership", []]);
    expect(found.withoutLocalities).toMatchInlineSnapshot(
      `"Falkirk has 3 localities by name (Falkirk Central, Falkirk East, Falkirk West), but the published look-up does not say which data zones lie in them, so no figure can be made for them here. Give a look-up with the columns data_zone, locality and name."`,
    );
  });

  it("of a locality: compared with its partnership first, and derived from it", () => {
    const found = of("dumfries-and-galloway/nithsdale");
    expect(codes(found.twins)).toEqual([found.area.code]);
    expect(codes(found.comparators)).toEqual(["S37000006", "region-later:west", "S92000003"]);
    expect([found.folder, found.partnership, found.localities]).toEqual([
      "dumfries-and-galloway-nithsdale",
      "S37000006",
      [],
    ]);
    // Its siblings are wanted, so that localities can be derived together.
    expect(found.wanted.size).toBeGreaterThanOrEqual(4 + 3);
  });

  it("of the country: compared with nothing", () => {
    const found = of("Scotland");
    expect([found.comparators, found.localities, found.folder]).toEqual([[], [], "scotland"]);
    expect(found.withoutLocalities).toMatchInlineSnapshot(
      `"Localities are set out in the profile of each partnership, not in that of a country."`,
    );
  });

  it("gives every area a folder of its own", () => {
    const levels = ["locality", "partnership", "council", "board", "region", "country"];
    const folders = levels
      .flatMap((level) => places.areasAt(level))
      .map((area) => placesOfProfile(places, area).folder);
    expect(folders.length).toBe(97 + 31 + 32 + 14 + 3 + 1);
    expect(new Set(folders).size).toBe(folders.length);
    expect(folders.filter((folder) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(folder))).toEqual([]);
  });
});
