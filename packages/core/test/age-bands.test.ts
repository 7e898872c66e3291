import { describe, expect, it } from "vitest";
import { ageBands, evenAgeBands } from "../src/index.ts";

describe("ageBands", () => {
  it("start where they are told, the last one being open", () => {
    expect(ageBands(0, 16, 65).map(({ label }) => label)).toEqual(["0-15", "16-64", "65+"]);
  });

  it("are one open band of one start, and none of none", () => {
    expect(ageBands(75).map(({ label }) => label)).toEqual(["75+"]);
    expect(ageBands()).toEqual([]);
  });

  it("refuses starts that do not ascend", () => {
    expect(() => ageBands(0, 65, 16)).toThrow("[invalid-age]");
    expect(() => ageBands(0, 0)).toThrow("[invalid-age]");
  });
});

describe("evenAgeBands", () => {
  it("has the 19 bands of the European Standard Population by 5 to 90", () => {
    const bands = evenAgeBands({ by: 5, to: 90 });
    expect(bands).toHaveLength(19);
    expect([bands[0]?.label, bands[1]?.label, bands.at(-1)?.label]).toEqual(["0-4", "5-9", "90+"]);
  });

  it("has single years of age by 1", () => {
    expect(evenAgeBands({ by: 1, to: 3 }).map(({ label }) => label)).toEqual(["0", "1", "2", "3+"]);
  });

  it("refuses a last start that is no multiple of the width", () => {
    expect(() => evenAgeBands({ by: 5, to: 92 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-bands] evenAgeBands: invalid bands: by 5, to 92
        Fix: Give a width in whole years and a last start that is a multiple of it: evenAgeBands({ by: 5, to: 90 }).]
    `);
    for (const [by, to] of [
      [0, 90],
      [-5, 90],
      [2.5, 90],
      [5, 0],
      [5, Number.POSITIVE_INFINITY],
      [Number.NaN, 5],
    ] as const)
      expect(() => evenAgeBands({ by, to })).toThrow("[invalid-bands]");
  });
});
