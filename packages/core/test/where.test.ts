import { describe, expect, it } from "vitest";
import { where } from "../src/index.ts";
import { counts, deaths, none } from "./fixtures.ts";

describe("where", () => {
  it("keeps the rows for which the condition holds", () => {
    expect([...where(deaths, (row) => row.age.from >= 65 && (row.deaths ?? 0) > 3)].map((row) => row.deaths)).toEqual([
      20, 5,
    ]);
  });

  it("sees null and the reason where a figure is missing", () => {
    expect([...where(counts(1, "suppressed"), (row) => row.missing === null)].map((row) => row.events)).toEqual([1]);
    expect(where(counts("unknown", "unknown"), (row) => row.events === null).length).toBe(2);
  });

  it("of nothing, or when nothing holds, has no rows and its keys still", () => {
    const nothing = where(deaths, () => false);
    expect([nothing.length, Object.keys(nothing.keys)]).toEqual([0, ["area", "age", "cause"]]);
    expect(where(none, () => true).length).toBe(0);
  });

  it("says what it kept, in the words given", () => {
    expect(where(deaths, () => true, "ages under 75").provenance.steps).toEqual(["kept ages under 75"]);
    expect(where(deaths, () => true).provenance.steps).toEqual(["kept rows by a condition"]);
  });
});
