import { type Age, ageBand, type Missing, tableFromRows, takeRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import {
  type Draws,
  type RedistributionPackage,
  redistributeDeaths,
  redistributeDeathsDraws,
} from "../../src/index.ts";

// All figures are made up for these tests.
const old = ageBand(65, Number.POSITIVE_INFINITY);
const deathsOf = (...rows: readonly (readonly [string, Age, string, number | Missing])[]) =>
  tableFromRows(
    rows.map(([area, age, cause, deaths]) => ({ area, sex: "female" as const, age, cause, deaths })),
    { deaths: "count" },
    { absent: "zero" },
  );
const failure: RedistributionPackage = { name: "heart failure", from: ["failure"], to: ["heart", "valve"] };
const fixed = (among?: number): RedistributionPackage => ({
  name: "unknown",
  from: ["unknown"],
  shares: [
    { cause: "heart", share: 0.75 },
    { cause: "lung", share: 0.25 },
  ],
  ...(among === undefined ? {} : { among }),
});
const of = (draws: Draws, row: number) => Array.from(draws.values.subarray(row * draws.draws, (row + 1) * draws.draws));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
const [seed, draws] = [5, 2000];

describe("redistributeDeathsDraws", () => {
  const deaths = deathsOf(["A", old, "failure", 8], ["A", old, "heart", 30], ["A", old, "valve", 10]);

  it("moves by Dirichlet draws about the deaths observed: 8 × beta(30, 10), of variance 64 × 0.75 × 0.25 ÷ 41", () => {
    const drawn = redistributeDeathsDraws(deaths, [failure], { seed, draws });
    expect(of(drawn, 0).every((n) => n === 0)).toBe(true);
    // The mean of 2,000 draws has the standard error √(0.2927 ÷ 2000) = 0.0121; their variance a relative one of about √(2 ÷ 2000).
    expect(Math.abs(mean(of(drawn, 1)) - 36)).toBeLessThan(5 * 0.0121);
    expect(Math.abs(variance(of(drawn, 1)) / ((64 * 0.75 * 0.25) / 41) - 1)).toBeLessThan(5 * 0.0316);
    expect(drawn.provenance.steps.at(-1)).toBe(
      "2000 draws of where these deaths belong, seed 5: shares of heart failure Dirichlet about the deaths observed; deaths known, totals unchanged in each draw",
    );
    expect(drawn.provenance.evidence).toBe("modelled");
  });

  it("moves by shares laid down that were found among so many: 100 × beta(15, 5), of variance 100² × 0.75 × 0.25 ÷ 21", () => {
    const unknown = deathsOf(["A", old, "unknown", 100]);
    const drawn = redistributeDeathsDraws(unknown, [fixed(20)], { seed, draws });
    expect(Array.from(drawn.keys.cause.codes, (code) => drawn.keys.cause.values[code])).toEqual([
      "unknown",
      "heart",
      "lung",
    ]);
    const expected = (100 ** 2 * 0.75 * 0.25) / 21;
    expect(Math.abs(mean(of(drawn, 1)) - 75)).toBeLessThan(5 * Math.sqrt(expected / draws));
    expect(Math.abs(variance(of(drawn, 1)) / expected - 1)).toBeLessThan(5 * 0.0316);
  });

  it("is redistributeDeaths in every draw where shares are known", () => {
    const unknown = deathsOf(["A", old, "unknown", 7], ["A", old, "lung", 3]);
    const drawn = redistributeDeathsDraws(unknown, [fixed()], { seed, draws: 3 });
    const known = [...redistributeDeaths(unknown, [fixed()]).deaths].map((row) => row.deaths!);
    for (const [row, after] of known.entries()) expect(of(drawn, row)).toEqual([after, after, after]);
  });

  it("has the same draw wherever the same shares hold, and others where each has deaths of its own", () => {
    const two = deathsOf(
      ["A", old, "unknown", 100],
      ["B", old, "unknown", 100],
      ["A", old, "failure", 100],
      ["B", old, "failure", 100],
      ["A", old, "valve", 50],
      ["B", old, "valve", 50],
      ["A", old, "heart", 50],
      ["B", old, "heart", 50],
    );
    const laidDown = redistributeDeathsDraws(two, [fixed(20)], { seed, draws: 50 });
    expect(of(laidDown, 6)).toEqual(of(laidDown, 7));
    const observed = redistributeDeathsDraws(two, [failure], { seed, draws: 50 });
    expect(of(observed, 6)).not.toEqual(of(observed, 7));
    // Nobody died of a target below 65: the shares of both bands there are those of all ages, drawn once.
    const wider = deathsOf(
      ["A", ageBand(0, 40), "failure", 10],
      ["A", ageBand(40, 65), "failure", 10],
      ["A", old, "failure", 10],
      ["A", old, "heart", 30],
      ["A", old, "valve", 10],
    );
    const drawn = redistributeDeathsDraws(wider, [failure], { seed, draws: 50 });
    const rowOf = (age: Age) =>
      Array.from(drawn.keys.age.codes).findIndex(
        (code, row) =>
          drawn.keys.age.values[code]!.label === age.label &&
          drawn.keys.cause.values[drawn.keys.cause.codes[row]!] === "heart",
      );
    expect(of(drawn, rowOf(ageBand(0, 40)))).toEqual(of(drawn, rowOf(ageBand(40, 65))));
    expect(of(drawn, rowOf(ageBand(0, 40))).map((n) => n + 30)).not.toEqual(of(drawn, rowOf(old)));
  });

  it("passes what is missing, holds for no rows, and gives the same for the same seed", () => {
    const gap = deathsOf(["A", old, "failure", 8], ["A", old, "heart", "suppressed"], ["A", old, "lung", 3]);
    const drawn = redistributeDeathsDraws(gap, [failure], { seed, draws: 4 });
    expect(drawn.missing).toEqual(["suppressed", "suppressed", null]);
    expect(of(drawn, 0).every(Number.isNaN)).toBe(true);
    expect(redistributeDeathsDraws(takeRows(deaths, []), [failure], { seed }).length).toBe(0);
    const again = redistributeDeathsDraws(deaths, [failure], { seed, draws: 4 });
    expect(again.values).toEqual(redistributeDeathsDraws(deaths, [failure], { seed, draws: 4 }).values);
    expect(of(redistributeDeathsDraws(deaths, [failure], { seed: 6, draws: 4 }), 1)).not.toEqual(of(again, 1));
  });

  it("refuses options and packages that cannot be", () => {
    expect(() =>
      redistributeDeathsDraws(deaths, [failure], { seed: -1, draws: 1, counts: "gamma" as "poisson" }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-option] redistributeDeathsDraws: needs a whole seed from 0, two draws or more, and counts known or poisson; found seed -1, draws 1, counts gamma
        Fix: Write { seed: 1, draws: 1000, counts: "poisson" }.]
    `);
    expect(() => redistributeDeathsDraws(deaths, [fixed(0)], { seed })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-share] redistributeDeaths: shares must have been found among more than 0 deaths; those of package unknown were among 0
        Fix: Give the number of deaths, or leave it out where shares are known.]
    `);
  });
});
