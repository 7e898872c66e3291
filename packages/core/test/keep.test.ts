import { describe, expect, it } from "vitest";
import { keep } from "../src/index.ts";
import { counts, deaths, none } from "./fixtures.ts";

describe("keep", () => {
  it("keeps the rows whose keys are as wanted", () => {
    expect([...keep(deaths, { area: "A", age: (age) => age.from >= 65 })].map((row) => row.deaths)).toEqual([20, 3]);
  });

  it("tries a condition once for each distinct key", () => {
    let tried = 0;
    keep(deaths, { area: () => ++tried > 0 });
    expect(tried).toBe(2);
  });

  it("keeps missing figures missing", () => {
    expect([...keep(counts("suppressed", "unknown"), { group: "even" })].map((row) => row.missing)).toEqual([
      "unknown",
    ]);
  });

  it("of nothing, or when nothing is as wanted, has no rows and its keys still", () => {
    const nothing = keep(deaths, { cause: "fire" });
    expect([nothing.length, Object.keys(nothing.keys)]).toEqual([0, ["area", "age", "cause"]]);
    expect(keep(none, { area: "A" }).length).toBe(0);
  });

  it("without a condition is the table itself", () => {
    expect(keep(deaths, {})).toBe(deaths);
  });

  it("says what it kept", () => {
    expect(keep(deaths, { area: "A", age: (age) => age.from >= 65 }).provenance.steps).toEqual([
      "kept area A; age 65+",
    ]);
    expect(keep(deaths, { cause: "fire" }).provenance.steps).toEqual(["kept cause none"]);
    expect(keep(counts(1, 2, 3, 4, 5), { area: () => true }).provenance.steps).toEqual([
      "kept area area 1 … area 5 (5)",
    ]);
  });

  it("refuses a key that the table has not", () => {
    // @ts-expect-error no such key
    expect(() => keep(deaths, { sex: "female" })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] keep: unknown key "sex"; the table has area, age, cause
        Fix: Name a key of the table.]
    `);
  });
});
