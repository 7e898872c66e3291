import { describe, expect, it } from "vitest";
import { agesAcross, area, count, countAcross, figure, schema } from "../src/index.ts";

describe("schema", () => {
  it("is frozen", () => {
    const made = schema({ area: area("zone"), deaths: count("deaths") });
    expect(Object.isFrozen(made) && Object.isFrozen(made.fields)).toBe(true);
  });

  it.each([
    ["no measure", { area: area("zone") }],
    ["ages across without figures across", { age: agesAcross(), deaths: count("deaths") }],
    ["figures across without ages across", { area: area("zone"), people: countAcross() }],
    ["figures across beside others", { age: agesAcross(), people: countAcross(), rate: figure("rate", "rate") }],
    ["ages across twice", { age: agesAcross(), other: agesAcross(), people: countAcross() }],
  ])("refuses %s", (_, fields) => {
    expect(() => schema(fields)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-schema] schema: a schema needs a measure; ages across need exactly one, countAcross()
        Fix: Add count("…"), or give agesAcross() and countAcross() together.]
    `);
  });
});
