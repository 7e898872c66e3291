import { type Missing, sumOver, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { causeHierarchy, causesAtLevel, causesByLevels, causesOfCodes } from "../../../src/index.ts";

/** Made up for the tests. */
const records = [
  { cause: "circulatory", parent: "", codes: "I00-I99" },
  { cause: "heart disease", parent: "circulatory", codes: "I05-I09, I20-I51" },
  { cause: "ischaemic heart disease", parent: "heart disease", codes: "I20-I25" },
  { cause: "stroke", parent: "circulatory", codes: "I60-I69" },
  { cause: "external", parent: "", codes: "V01-Y98" },
];
const hierarchy = causeHierarchy(records, { name: "five causes" });

function deathsBy(...rows: readonly (readonly [string, number | Missing])[]) {
  return tableFromRows(
    rows.map(([code, deaths]) => ({ area: "A", code, deaths })),
    { deaths: "count" },
    { absent: "zero" },
  );
}

describe("causeHierarchy", () => {
  it("knows the level of each cause and what it is part of", () => {
    expect(hierarchy.levels).toBe(3);
    expect(records.map(({ cause }) => hierarchy.levelOf(cause))).toEqual([1, 2, 3, 2, 1]);
    expect(hierarchy.at("ischaemic heart disease", 1)).toBe("circulatory");
    expect(hierarchy.at("ischaemic heart disease", 2)).toBe("heart disease");
    expect(hierarchy.at("external", 3)).toBe("external");
    expect(hierarchy.at("unheard of", 1)).toBeNull();
    expect(hierarchy.levelOf("unheard of")).toBeNull();
  });

  it("gives a code to the cause with the narrowest range, written with or without its point", () => {
    const of = (code: string) => hierarchy.causeOf(code);
    expect(["I21.9", "I219", "I50", "I10", "I64", "I95.1", "W19", "C34"].map(of)).toEqual([
      "ischaemic heart disease",
      "ischaemic heart disease",
      "heart disease",
      "circulatory",
      "stroke",
      "circulatory",
      "external",
      null,
    ]);
  });

  it("agrees with looking at every range, for all codes", () => {
    const width = (text: string) => text.split("-").map((code) => code.charCodeAt(0) * 100 + Number(code.slice(1)));
    const ranges = records.flatMap(({ cause, codes }) =>
      codes.split(", ").map((text) => ({ cause, ends: width(text) })),
    );
    const letters = fc.constantFrom("H", "I", "J", "U", "V", "W", "X", "Y", "Z");
    fc.assert(
      fc.property(letters, fc.nat({ max: 99 }), (letter, number) => {
        const code = `${letter}${String(number).padStart(2, "0")}`;
        const at = letter.charCodeAt(0) * 100 + number;
        const holding = ranges
          .filter(({ ends }) => at >= ends[0]! && at <= ends[1]!)
          .sort((a, b) => a.ends[1]! - a.ends[0]! - (b.ends[1]! - b.ends[0]!));
        expect(hierarchy.causeOf(code)).toBe(holding[0]?.cause ?? null);
      }),
    );
  });

  it("leaves exceptions to the wider cause", () => {
    const own = causeHierarchy([
      { cause: "sepsis", codes: "A40-A41" },
      { cause: "other sepsis", parent: "sepsis", codes: "A40 (excl A40.3)" },
    ]);
    expect(["A40.1", "A40.3"].map((code) => own.causeOf(code))).toEqual(["other sepsis", "sepsis"]);
  });

  it("takes several rows for one cause, and none at all", () => {
    const own = causeHierarchy([
      { cause: "x", codes: "A00" },
      { cause: "top" },
      { cause: "x", parent: "top", codes: "A02" },
    ]);
    expect([own.causeOf("A02"), own.at("x", 1), own.levels]).toEqual(["x", "top", 2]);
    expect(causeHierarchy([]).levels).toBe(0);
  });

  it("refuses parents that are not there, two parents, circles, and codes in two causes", () => {
    expect(() => causeHierarchy([{ cause: "a", parent: "b" }])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-hierarchy] causeHierarchy: what a cause is part of must be a cause of a row itself; in the given hierarchy 1 fails:
        a is part of "b"
        Fix: Correct the rows, or add one for the cause that is missing.]
    `);
    expect(() =>
      causeHierarchy([{ cause: "a" }, { cause: "b" }, { cause: "c", parent: "a" }, { cause: "c", parent: "b" }]),
    ).toThrow("a cause must be part of one other");
    expect(() =>
      causeHierarchy([
        { cause: "a", parent: "b" },
        { cause: "b", parent: "a" },
      ]),
    ).toThrow("a → b → a");
    expect(() =>
      causeHierarchy([
        { cause: "a", codes: "I20-I25" },
        { cause: "b", codes: "I24-I30" },
        { cause: "c", codes: "I20-I25" },
      ]),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [code-in-two-causes] causeHierarchy: a range of codes must lie inside another or apart from it; in the given hierarchy 2 pairs do not:
        I20-I25 of a and I20-I25 of c
        I20-I25 of c and I24-I30 of b
        Fix: Give the codes to one of the causes, or split the ranges.]
    `);
  });
});

describe("causesOfCodes", () => {
  it("sums deaths by code into causes of a level, and keeps what it does not know as unmapped", () => {
    const deaths = deathsBy(["I219", 3], ["I21.1", 2], ["I50.0", 4], ["C349", 7], ["heart", 1], ["I64X", 5]);
    const lowest = causesOfCodes(deaths, hierarchy);
    expect([...lowest].map(({ cause, deaths }) => [cause, deaths])).toEqual([
      ["ischaemic heart disease", 5],
      ["heart disease", 4],
      ["unmapped", 8],
      ["stroke", 5],
    ]);
    expect(lowest.issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'unknown-code: every code must be in five causes; 2 are not: C349, heart; their counts are under "unmapped"',
    ]);
    expect(lowest.provenance.steps).toEqual(["codes of ICD-10 summed into causes at level 3 of five causes"]);
    expect([...causesOfCodes(deaths, hierarchy, 1)].map(({ cause, deaths }) => [cause, deaths])).toEqual([
      ["circulatory", 14],
      ["unmapped", 8],
    ]);
  });

  it("is missing where a part is missing, and empty where there are no deaths", () => {
    const summed = causesOfCodes(deathsBy(["I219", "suppressed"], ["I22", 2]), hierarchy);
    expect([...summed].map(({ missing }) => missing)).toEqual(["suppressed"]);
    const none = causesOfCodes(deathsBy(["I219", 0]), hierarchy);
    expect([...none].map(({ deaths }) => deaths)).toEqual([0]);
  });

  it("refuses a table that is not by code, or by cause too, and a level that is not there", () => {
    const deaths = deathsBy(["I219", 3]);
    expect(() => causesOfCodes(causesOfCodes(deaths, hierarchy) as never, hierarchy)).toThrow("[unknown-key]");
    expect(() => causesOfCodes(deaths, hierarchy, 4)).toThrow(
      "[invalid-option] causesOfCodes: five causes has levels 1 to 3; found 4",
    );
    const both = tableFromRows([{ code: "I21", cause: "x", deaths: 1 }], { deaths: "count" });
    expect(() => causesOfCodes(both, hierarchy)).toThrow("[key-exists]");
  });
});

describe("causesAtLevel", () => {
  it("rolls causes up; those not in the hierarchy are unmapped, with an issue", () => {
    const lowest = causesOfCodes(deathsBy(["I219", 3], ["I64", 2], ["C34", 7]), hierarchy);
    const top = causesAtLevel(lowest, hierarchy, 1);
    expect([...top].map(({ cause, deaths }) => [cause, deaths])).toEqual([
      ["circulatory", 5],
      ["unmapped", 7],
    ]);
    const strange = tableFromRows([{ cause: "unheard of", deaths: 2 }], { deaths: "count" });
    expect(causesAtLevel(strange, hierarchy, 1).issues.map(({ code }) => code)).toEqual(["unknown-cause"]);
  });

  it("keeps the total at every level", () => {
    const code = fc.tuple(fc.constantFrom("C", "I", "V", "?"), fc.nat({ max: 99 }), fc.nat({ max: 9 }));
    const rows = fc.uniqueArray(fc.tuple(code, fc.nat({ max: 900 })), { selector: ([of]) => of.join() });
    fc.assert(
      fc.property(rows, (drawn) => {
        fc.pre(drawn.length > 0);
        const deaths = deathsBy(
          ...drawn.map(([[a, b, c], count]) => [`${a}${String(b).padStart(2, "0")}${c}`, count] as const),
        );
        const total = (of: Parameters<typeof causesAtLevel>[0]) =>
          [...of].reduce((sum, row) => sum + Number((row as unknown as { deaths: number }).deaths), 0);
        const expected = drawn.reduce((sum, [, count]) => sum + count, 0);
        const lowest = causesOfCodes(deaths, hierarchy);
        for (const level of [1, 2, 3]) expect(total(causesAtLevel(lowest, hierarchy, level) as never)).toBe(expected);
        expect([...sumOver(lowest, "cause", "area")][0]!.deaths).toBe(expected);
      }),
    );
  });
});

describe("causesByLevels", () => {
  it("makes rows of a file with a column for each level and a list of codes", () => {
    const rows = causesByLevels(
      [
        { Level1: "Injuries", Level2: "Transport", Level3: "Transport", Code: "inj_trans" },
        { Level1: "Injuries", Level2: "Transport", Level3: "Road", Code: "inj_road" },
        { Level1: "Infections", Level2: "Other", Level3: "Other", Code: "inf" },
        { Level1: "Injuries", Level2: "Other", Level3: "Other", Code: "inj" },
      ],
      { levels: ["Level1", "Level2", "Level3"], id: "Code" },
      [
        { icd_code: "V01", yll_cause: "inj_road" },
        { icd_code: "V90", yll_cause: "inj_trans" },
        { icd_code: "A00", yll_cause: "inf" },
        { icd_code: "W00", yll_cause: "inj" },
        { icd_code: "R99", yll_cause: "_gc" },
      ],
    );
    const own = causeHierarchy(rows);
    expect(["V01.1", "V90", "A00", "W00", "R99"].map((code) => own.causeOf(code))).toEqual([
      "Road",
      "Transport",
      "Other",
      "Other (Injuries)",
      "_gc",
    ]);
    expect([own.at("Road", 1), own.at("Other (Injuries)", 1), own.levelOf("_gc")]).toEqual(["Injuries", "Injuries", 1]);
  });
});
