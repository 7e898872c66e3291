import { describe, expect, it } from "vitest";
import { factStore } from "../src/index.ts";
import { fact } from "./synthetic-facts.ts";

const query = { indicator: "ill", area: "here" };

describe("factStore", () => {
  it("of nothing finds nothing", () => {
    const store = factStore();
    expect([store.all(), store.series(query), store.latest(query)]).toEqual([[], [], null]);
  });

  it("gives all periods, oldest first, whatever the order they came in", () => {
    const store = factStore();
    for (const period of ["2021", "2009/10", "2019-2021", "2010"]) store.add(fact({ period }));
    expect(store.series(query).map(({ period }) => period)).toEqual(["2009/10", "2010", "2019-2021", "2021"]);
  });

  it("gives the latest that has a figure, or the period asked for", () => {
    const store = factStore();
    const known = store.add(fact({ period: "2020" }));
    store.add(fact({ period: "2021", value: null, missing: "suppressed" }));
    expect(store.latest(query)).toBe(known);
    expect(store.latest({ ...query, period: "2021" })).toBeNull();
  });

  it("gives figures of everybody unless sex, age or category are said", () => {
    const store = factStore();
    const men = store.add(fact({ sex: "male" }));
    const old = store.add(fact({ age: "85+" }));
    const falls = store.add(fact({ category: "falls" }));
    expect(store.latest(query)).toBeNull();
    expect(store.latest({ ...query, sex: "male" })).toBe(men);
    expect(store.latest({ ...query, age: "85+" })).toBe(old);
    expect(store.latest({ ...query, category: "falls" })).toBe(falls);
  });

  it("gives all that is known of an indicator in an area, oldest first", () => {
    const store = factStore();
    const [later, men] = [store.add(fact({ period: "2021" })), store.add(fact({ period: "2020", sex: "male" }))];
    store.add(fact({ area: "there" }));
    expect(store.of("ill", "here")).toEqual([men, later]);
    expect(store.of("well", "here")).toEqual([]);
  });

  it("keeps the first of two that are the same, and refuses two figures for one id", () => {
    const store = factStore();
    const first = store.add(fact());
    expect(store.add(fact())).toBe(first);
    expect(store.all().length).toBe(1);
    expect(() => store.add(fact({ value: 11 }))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [two-facts-one-id] two figures have the id ill/here/2021: 10 and 11
        Fix: Give the indicator the key that tells them apart.]
    `);
  });
});
