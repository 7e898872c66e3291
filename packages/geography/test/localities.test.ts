import { describe, expect, it } from "vitest";
import { localitiesOf, withLocalities, withoutLocalities } from "../src/index.ts";
import { smallPlaces as places, typedIn } from "./small-places.ts";

const records = (...rows: readonly (readonly [string, string, string?])[]) => ({
  rows: rows.map(([data_zone, locality, name]) => ({ data_zone, locality, ...(name ? { name } : {}) })),
  source: typedIn("own", "my look-up of 2024"),
});

describe("withoutLocalities", () => {
  it("names the localities whose extent is not known, and makes none up", () => {
    expect(localitiesOf(places, "P2")).toEqual([]);
    expect(withoutLocalities(places, "P2")).toBe(
      "South and Isles has 2 localities by name (West Isle, East Isle), but the published look-up does not say which data zones lie in them, so no figure can be made for them here. Give a look-up with the columns data_zone, locality and name.",
    );
  });

  it("says nothing where localities are known", () => {
    expect(localitiesOf(places, "P1").map(({ name }) => name)).toEqual(["Upper Town", "Lower Town"]);
    expect(withoutLocalities(places, "P1")).toBeNull();
  });
});

describe("withLocalities", () => {
  it("adds the localities of one's own look-up to those that there are", () => {
    const more = withLocalities(places, records(["z5", "W", "West Isle"], ["z6", "E", "East Isle"]));
    expect(localitiesOf(more, "P2").map(({ code, address }) => [code, address])).toEqual([
      ["W", "south-and-isles/west-isle"],
      ["E", "south-and-isles/east-isle"],
    ]);
    expect(withoutLocalities(more, "P2")).toBeNull();
    expect(localitiesOf(more, "P1").map(({ code }) => code)).toEqual(["L1", "L2"]);
    expect(more.find("east isle").code).toBe("E");
    expect(more.lookUp("zone", "locality").edition).toBe("E2; my look-up of 2024");
    expect(localitiesOf(places, "P2")).toEqual([]);
  });

  it("takes the place of the localities that a partnership had", () => {
    const redrawn = withLocalities(places, records(["z1", "X"], ["z2", "X"], ["z3", "X"], ["z4", "X"]));
    expect(localitiesOf(redrawn, "P1").map(({ code, name }) => [code, name])).toEqual([["X", "X"]]);
    expect(() => redrawn.area("L1")).toThrow("[unknown-area]");
    expect(redrawn.lookUp("zone", "locality").edition).toBe("my look-up of 2024");
  });

  it("refuses what could not add up to the partnership", () => {
    expect(() => withLocalities(places, records(["z5", "W"]))).toThrow(
      "[incomplete-localities] own.csv: every data zone of a partnership needs a locality; 1 fail:\n  z6",
    );
    expect(() => withLocalities(places, records(["z4", "W"], ["z5", "W"]))).toThrow("[straddling-locality]");
    expect(() => withLocalities(places, records(["z9", "W"]))).toThrow("[unknown-data-zone]");
    expect(() => withLocalities(places, records(["z5", "W"], ["z5", "E"], ["z6", "E"]))).toThrow("[duplicate-key]");
    expect(() => withLocalities(places, records(["z5", "B1"], ["z6", "B1"]))).toThrow("[duplicate-area]");
  });
});
