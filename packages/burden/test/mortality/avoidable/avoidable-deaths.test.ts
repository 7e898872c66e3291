import { type Age, ageBand, type Missing, type Sex, sumOver, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { avoidableDeaths, avoidableList } from "../../../src/index.ts";

/** Made up for the tests, in the columns of published lists. */
const rows = [
  {
    cause: "ischaemic heart disease",
    icd10: "I20-I25",
    preventable_share: "0.5",
    treatable_share: "0.5",
    age_limit: "<75",
  },
  { cause: "lung cancer", icd10: "C33-C34", preventable_share: "1", treatable_share: "0", age_limit: "<75" },
  { cause: "breast cancer", icd10: "C50", preventable_share: "0", treatable_share: "1", note: "female only" },
  { cause: "half known", icd10: "K35", preventable_share: "0", treatable_share: "0.25" },
];
const list = avoidableList(rows, { name: "four causes", comparedWith: "a made-up table" });
const under = ageBand(0, 75);
const over = ageBand(75, Infinity);

function deathsOf(...cells: readonly (readonly [string, Sex, Age, number | Missing])[]) {
  return tableFromRows(
    cells.map(([code, sex, age, deaths]) => ({ code, sex, age, deaths })),
    { deaths: "count" },
    { absent: "zero" },
  );
}
const told = (table: ReturnType<typeof avoidableDeaths>) =>
  [...table].map((row) => {
    const { sex, age, cause, avoidance, deaths, missing } = row as unknown as Record<string, string | number | null> & {
      age: Age;
    };
    return `${sex} ${age.label} ${cause} ${avoidance} ${deaths ?? missing}`;
  });

describe("avoidableDeaths", () => {
  const deaths = deathsOf(
    ["I219", "male", under, 6],
    ["I22", "male", under, 1],
    ["I219", "male", over, 9],
    ["C349", "female", under, 4],
    ["C50.9", "female", under, 3],
    ["C50.9", "male", under, 2],
    ["K35", "female", under, 8],
    ["G30", "female", under, 5],
  );

  it("divides deaths by the shares of their cause, before the age and for the sex of the list only", () => {
    // By hand: 7 halved; C34 all preventable; C50 treatable for women alone; K35 a quarter treatable.
    expect(told(avoidableDeaths(deaths, list) as never)).toEqual([
      "male 0-74 ischaemic heart disease preventable 3.5",
      "male 0-74 ischaemic heart disease treatable 3.5",
      "male 75+ not on the list not avoidable 9",
      "female 0-74 lung cancer preventable 4",
      "female 0-74 breast cancer treatable 3",
      "male 0-74 not on the list not avoidable 2",
      "female 0-74 half known treatable 2",
      "female 0-74 half known not avoidable 6",
      "female 0-74 not on the list not avoidable 5",
    ]);
  });

  it("keeps all deaths, and says by which list", () => {
    const divided = avoidableDeaths(deaths, list);
    expect([...sumOver(divided, "sex", "age", "cause", "avoidance")][0]!.deaths).toBe(38);
    expect(divided.provenance.steps).toEqual([
      "deaths before age 75 divided into preventable, treatable and not avoidable by four causes (compared with a made-up table)",
    ]);
    expect([divided.issues, divided.provenance.evidence]).toEqual([[], "observed"]);
  });

  it("marks figures as provisional where the list was not compared with a published one", () => {
    const divided = avoidableDeaths(deaths, avoidableList(rows));
    expect(divided.issues.map(({ code, severity, message }) => `${severity} ${code}: ${message}`)).toEqual([
      "warning list-not-compared: the given list of avoidable causes was not compared with a published list of avoidable causes; figures by it are provisional",
    ]);
    expect(divided.provenance.steps[0]).toContain("(not compared with a published list: provisional)");
    expect(divided.provenance.evidence).toBe("assumption");
  });

  it("passes on what is missing, and names what is no code", () => {
    const divided = avoidableDeaths(deathsOf(["I21", "male", under, "suppressed"], ["heart", "male", under, 0]), list);
    expect(told(divided as never)).toEqual([
      "male 0-74 ischaemic heart disease preventable suppressed",
      "male 0-74 ischaemic heart disease treatable suppressed",
      "male 0-74 not on the list not avoidable 0",
    ]);
    expect(divided.issues[0]!.message).toBe(
      "every code must be one of ICD-10; 1 is not: heart; their deaths are not on the list",
    );
  });

  it("refuses a band across the age of the list, a code in two causes, and tables by other keys", () => {
    expect(() => avoidableDeaths(deathsOf(["I21", "male", ageBand(70, 80), 1]), list)).toThrow("[age-across-limit]");
    const twice = avoidableList([rows[0]!, { ...rows[0]!, cause: "infarction", icd10: "I21" }]);
    expect(() => avoidableDeaths(deathsOf(["I21.1", "male", under, 1]), twice)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [code-in-two-causes] avoidableDeaths: each code must be in one cause of the list; I21.1 is in 2 of the given list of avoidable causes:
        ischaemic heart disease
        infarction
        Fix: Leave it out of one of them: "I20-I25 (excl I23)".]
    `);
    const byAge = tableFromRows([{ age: under, deaths: 1 }], { deaths: "count" });
    expect(() => avoidableDeaths(byAge as never, list)).toThrow("code, sex are not there");
  });
});

describe("avoidableList", () => {
  it("refuses shares that cannot be, a cause twice, ages and sexes that cannot be read", () => {
    const refusal = (row: Readonly<Record<string, string>>) => () => avoidableList([{ ...rows[1]!, ...row }]);
    expect(refusal({ preventable_share: "60" })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-list] avoidableList: each row needs a cause, once, and shares from 0 to 1 that sum to more than 0 and at most 1; 1 of 1 rows fail:
        lung cancer: preventable 60, treatable 0
        Fix: Correct the list.]
    `);
    expect(refusal({ preventable_share: "" })).toThrow("[invalid-list]");
    expect(refusal({ treatable_share: "0.5" })).toThrow("[invalid-list]");
    expect(refusal({ age_limit: "young" })).toThrow("[invalid-list]");
    expect(refusal({ sex: "women" })).toThrow("lung cancer: sex women");
    expect(refusal({ icd10: "lung" })).toThrow("[invalid-disease-code]");
    expect(() => avoidableList([rows[1]!, rows[1]!])).toThrow("lung cancer comes twice");
    expect(() => avoidableList([])).toThrow("[invalid-list]");
  });
});
