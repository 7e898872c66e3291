import { type Age, ageBand, type Missing, type Sex, sumOver, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { type RedistributionPackage, redistributeDeaths } from "../../../src/index.ts";

const young = ageBand(0, 65);
const old = ageBand(65, Infinity);

function deathsOf(...rows: readonly (readonly [string, Age, string, number | Missing, Sex?])[]) {
  return tableFromRows(
    rows.map(([area, age, cause, deaths, sex = "female"]) => ({ area, sex, age, cause, deaths })),
    { deaths: "count" },
    { absent: "zero" },
  );
}
const failure: RedistributionPackage = { name: "heart failure", from: ["failure"], to: ["heart", "valve"] };
const told = (table: ReturnType<typeof deathsOf>) =>
  [...table].map(({ area, age, cause, deaths, missing }) => `${area} ${age.label} ${cause} ${deaths ?? missing}`);

describe("redistributeDeaths", () => {
  it("moves deaths in proportion to those observed of the targets, within age, sex and area", () => {
    const deaths = deathsOf(
      ["A", old, "failure", 8],
      ["A", old, "heart", 30],
      ["A", old, "valve", 10],
      ["A", old, "lung", 5],
      ["A", young, "failure", 2],
      ["A", young, "heart", 1],
    );
    const after = redistributeDeaths(deaths, [failure]);
    // By hand: 8 × 30 ÷ 40 = 6 and 8 × 10 ÷ 40 = 2; at young ages all 2 to the heart.
    expect(told(after.deaths)).toEqual([
      "A 65+ failure 0",
      "A 65+ heart 36",
      "A 65+ valve 12",
      "A 65+ lung 5",
      "A 0-64 failure 0",
      "A 0-64 heart 3",
    ]);
    expect([...after.moves].map(({ fromCause, toCause, deaths }) => [fromCause, toCause, deaths])).toEqual([
      ["failure", "heart", 8],
      ["failure", "valve", 2],
      ["heart", "heart", 31],
      ["valve", "valve", 10],
      ["lung", "lung", 5],
    ]);
    expect(after.deaths.provenance.steps).toEqual([
      "redistributed ill-defined deaths within area, sex, age: heart failure (failure) in proportion to observed deaths of heart, valve; moved 10 of 56 deaths, total unchanged",
    ]);
    expect(after.deaths.provenance.evidence).toBe("modelled");
    expect(after.deaths.issues).toEqual([]);
  });

  it("moves deaths by fixed shares of an age and a sex, and makes rows for targets that had none", () => {
    const deaths = deathsOf(["A", old, "failure", 10], ["A", young, "failure", 4]);
    const after = redistributeDeaths(deaths, [
      {
        name: "heart failure",
        from: ["failure"],
        shares: [
          { cause: "heart", share: 0.75, ages: old },
          { cause: "valve", share: 0.25, ages: old },
          { cause: "heart", share: 1, ages: young, sex: "female" },
          { cause: "valve", share: 1, ages: young, sex: "male" },
        ],
      },
    ]);
    // By hand: 10 × 0.75 and 10 × 0.25.
    expect(told(after.deaths)).toEqual([
      "A 65+ failure 0",
      "A 0-64 failure 0",
      "A 65+ heart 7.5",
      "A 65+ valve 2.5",
      "A 0-64 heart 4",
    ]);
  });

  it("looks at wider bands, then at all ages, then at all deaths of the sex, where nobody of a cell died of a target", () => {
    const middle = ageBand(50, 65);
    const deaths = deathsOf(
      ["A", middle, "failure", 4],
      ["A", ageBand(65, 80), "heart", 3],
      ["A", ageBand(65, 80), "valve", 1],
      ["A", ageBand(80, 90), "heart", 1],
      ["A", ageBand(80, 90), "failure", 2],
      ["B", middle, "failure", 6],
      ["C", middle, "failure", 1, "male"],
    );
    const cell = (of: ReturnType<typeof deathsOf>, area: string, age: Age, cause: string) =>
      [...of].find((row) => row.area === area && row.age.label === age.label && row.cause === cause)?.deaths;
    const after = redistributeDeaths(deaths, [failure]);
    // By hand: all ages of A have 4 heart and 1 valve: 4 × 4 ÷ 5, 4 × 1 ÷ 5; all women the same: 6 × 4 ÷ 5.
    expect(cell(after.deaths, "A", middle, "heart")).toBeCloseTo(3.2, 8);
    expect(cell(after.deaths, "A", middle, "valve")).toBeCloseTo(0.8, 8);
    expect(cell(after.deaths, "B", middle, "heart")).toBeCloseTo(4.8, 8);
    expect(cell(after.deaths, "C", middle, "failure")).toBe(1);
    expect(after.deaths.issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "shares-from-elsewhere: package heart failure: nobody died of its target causes at the age, sex and place of 4 ill-defined deaths in 1 cell; shares are those of all ages",
      "shares-from-elsewhere: package heart failure: nobody died of its target causes at the age, sex and place of 6 ill-defined deaths in 1 cell; shares are those of all deaths of the sex",
      "deaths-not-redistributed: package heart failure: nobody of the sex died of any target cause, so 1 ill-defined deaths in 1 cell stay with their ill-defined causes",
    ]);
    const wider = redistributeDeaths(deaths, [failure], { widerAges: [ageBand(50, 80), ageBand(80, Infinity)] });
    // By hand: at 50-79 A has 3 heart and 1 valve.
    expect(cell(wider.deaths, "A", middle, "heart")).toBe(3);
    expect(cell(wider.deaths, "A", middle, "valve")).toBe(1);
  });

  it("is missing for its reason where a count that it needs is missing, and the matrix says so", () => {
    const deaths = deathsOf(
      ["A", old, "failure", 8],
      ["A", old, "heart", "suppressed"],
      ["A", old, "lung", 5],
      ["B", old, "failure", 2],
      ["B", old, "heart", 3],
    );
    const after = redistributeDeaths(deaths, [failure]);
    expect(told(after.deaths)).toEqual([
      "A 65+ failure suppressed",
      "A 65+ heart suppressed",
      "A 65+ lung 5",
      "B 65+ failure 0",
      "B 65+ heart 5",
    ]);
    expect(after.moves.issues.map(({ code }) => code)).toEqual(["moves-left-out"]);
    expect([...sumOver(after.moves, "fromCause", "toCause")][0]!.deaths).toBe(10);
  });

  it("changes nothing without packages, without deaths, and where causes are not there, which it notes", () => {
    const deaths = deathsOf(["A", old, "heart", 3]);
    expect(told(redistributeDeaths(deaths, []).deaths)).toEqual(["A 65+ heart 3"]);
    const after = redistributeDeaths(deaths, [failure]);
    expect(told(after.deaths)).toEqual(["A 65+ heart 3"]);
    expect(after.deaths.issues[0]!.message).toBe(
      "package heart failure: the deaths have no cause failure, so nothing moves from there",
    );
    const none = tableFromRows([{ cause: "failure", deaths: 0 }], { deaths: "count" }, { absent: "zero" });
    expect([...redistributeDeaths(none, [failure]).deaths]).toEqual([{ cause: "failure", deaths: 0, missing: null }]);
  });

  it("refuses packages that are circular, twice, empty, or whose shares cannot be", () => {
    const deaths = deathsOf(["A", old, "failure", 8], ["A", old, "heart", 1]);
    const refusal = (...packages: readonly RedistributionPackage[]) => {
      try {
        redistributeDeaths(deaths, packages);
        return "answered";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(refusal(failure, { ...failure, name: "again" })).toMatchInlineSnapshot(`
      "[cause-in-two-packages] redistributeDeaths: each ill-defined cause must stand in one package, once; 1 do not:
        failure
        Fix: Leave it in one package."
    `);
    expect(refusal(failure, { name: "x", from: ["x"], to: ["failure"] })).toMatchInlineSnapshot(`
      "[target-is-ill-defined] redistributeDeaths: a target must not be an ill-defined cause itself; 1 are:
        failure
        Fix: Name the causes at which the deaths are to end."
    `);
    expect(refusal({ name: "x", from: ["failure"], to: [] })).toMatchInlineSnapshot(`
      "[empty-package] redistributeDeaths: each package needs ill-defined causes and targets; 1 lack them:
        x
        Fix: Complete the package, or leave it out."
    `);
    expect(refusal({ name: "x", from: ["failure"], shares: [{ cause: "heart", share: 60 }] })).toMatchInlineSnapshot(`
      "[invalid-share] redistributeDeaths: shares must be from 0 to 1; 1 of package x are not:
        heart  60
        Fix: Give shares, not percentages."
    `);
    expect(refusal({ name: "x", from: ["failure"], shares: [{ cause: "heart", share: 0.6 }] })).toMatchInlineSnapshot(`
      "[shares-do-not-sum] redistributeDeaths: shares of a package must sum to 1 for each age and sex of the deaths; those of x sum to 0.6 at 65+, female
        Fix: Correct the shares, or give ages of which each band of the deaths lies inside one."
    `);
    const noCause = tableFromRows([{ age: old, deaths: 1 }], { deaths: "count" });
    expect(() => redistributeDeaths(noCause as never, [failure])).toThrow("[unknown-key]");
  });
});
