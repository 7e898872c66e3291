import { type Missing, tableFromRows, takeRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { combineDraws, type Draws, drawsOf, sumDraws, weighDraws } from "../../src/index.ts";

// All figures are made up for these tests.
const of = (draws: Draws, row: number) => Array.from(draws.values.subarray(row * draws.draws, (row + 1) * draws.draws));
const deaths = tableFromRows(
  [
    { age: "young", cause: "a", deaths: 3 },
    { age: "old", cause: "a", deaths: 40 },
    { age: "young", cause: "b", deaths: 0 },
    { age: "old", cause: "b", deaths: 15 },
  ],
  { deaths: "count" },
);
const drawn = drawsOf(deaths, "poisson", { seed: 9, draws: 20 });
const years = tableFromRows(
  [
    { age: "old", years: 10 },
    { age: "young", years: 60 },
  ],
  { years: "score" },
);
const people = tableFromRows(
  ["A", "B"].flatMap((area, i) => ["young", "old"].map((age, j) => ({ area, age, people: 1 + i + 2 * j }))),
  { people: "count" },
);

describe("weighDraws", () => {
  it("weighs each draw by the row that has its keys, and sums over keys", () => {
    const lost = weighDraws(drawn, years, { over: ["age"], kind: "years", step: "deaths × years of each" });
    expect([...lost.keys.cause.values]).toEqual(["a", "b"]);
    expect(Object.keys(lost.keys)).toEqual(["cause"]);
    const [young, old] = [of(drawn, 0), of(drawn, 1)];
    expect(of(lost, 0)).toEqual(young.map((n, d) => 60 * n + 10 * old[d]!));
    expect(of(lost, 1)).toEqual(of(drawn, 3).map((n) => 10 * n));
    expect(lost.kind).toBe("years");
    expect(lost.provenance.steps.slice(-1)).toEqual(["deaths × years of each; summed over age"]);
  });

  it("gives every area its own from one set of draws, as combineDraws and sumDraws would", () => {
    const here = weighDraws(drawn, people, { over: ["age"], step: "rates × people" });
    expect(Object.keys(here.keys).sort()).toEqual(["area", "cause"]);
    expect(here.length).toBe(4);
    // Area A: 1 young, 3 old. Area B: 2 young, 4 old.
    const at = (area: string, cause: string) =>
      Array.from({ length: 4 }, (_, i) => i).find(
        (i) =>
          here.keys.area.values[here.keys.area.codes[i]!] === area &&
          here.keys.cause.values[here.keys.cause.codes[i]!] === cause,
      )!;
    const [young, old] = [of(drawn, 0), of(drawn, 1)];
    expect(of(here, at("A", "a"))).toEqual(young.map((n, d) => n + 3 * old[d]!));
    expect(of(here, at("B", "a"))).toEqual(young.map((n, d) => 2 * n + 4 * old[d]!));
    const known = drawsOf(people, "gamma", { seed: 1, draws: 20 });
    const certain = {
      ...known,
      values: known.values.map((_, i) => people.measures.people.values[Math.floor(i / 20)]!),
    };
    const second = sumDraws(
      combineDraws(drawn, certain, (n, weight) => n * weight, { step: "" }),
      "age",
    );
    expect([...here.values]).toEqual([...second.values]);
  });

  it("passes what is missing: alone its reason, in a sum as incomplete", () => {
    const gap = tableFromRows(
      [
        { age: "old", years: 10 },
        { age: "young", years: "not available" as number | Missing },
      ],
      { years: "score" },
    );
    const incomplete = ["incomplete", "incomplete"];
    expect(weighDraws(drawn, gap, { over: ["age"], step: "" }).missing).toEqual(incomplete);
    expect(weighDraws(drawn, gap, { step: "" }).missing).toEqual(["not available", null, "not available", null]);
  });

  it("is empty for draws without rows", () => {
    const none = drawsOf(takeRows(deaths, []), "poisson", { seed: 1, draws: 5 });
    expect(weighDraws(none, years, { over: ["age"], step: "" }).length).toBe(0);
  });

  it("refuses draws without a weight, and a key that nothing has", () => {
    const some = tableFromRows([{ age: "old", years: 10 }], { years: "score" });
    expect(() => weighDraws(drawn, some, { step: "" })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unmatched-rows] weighDraws: every row needs a weight; 2 of 4 have none:
        young  a
        young  b
        Fix: Give a weight for every key that draws are by, or keep() fewer draws.]
    `);
    expect(() => weighDraws(drawn, years, { over: ["sex" as "age"], step: "" })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] weighDraws: unknown key "sex" to sum over; there are age, cause
        Fix: Name keys that the figures are by.]
    `);
  });
});
