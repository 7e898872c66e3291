import { type Age, ageBand, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawsOf, type RedistributionPackage, redistributeDeathsDraws, sumDraws } from "../../src/index.ts";

// All figures are made up by fast-check.
const young = ageBand(0, 65);
const old = ageBand(65, Number.POSITIVE_INFINITY);
const deathsOf = (...rows: readonly (readonly [string, Age, string, number])[]) =>
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

describe("redistributeDeathsDraws", () => {
  it("keeps the total of every cell in every draw, exactly, with deaths known and Poisson", () => {
    const causes = ["failure", "unknown", "heart", "valve", "lung"];
    const numbers = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 2000 })), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(
        numbers,
        fc.nat(),
        fc.constantFrom("known" as const, "poisson" as const),
        fc.constantFrom(undefined, 0.01, 40),
        (given, from, counts, among) => {
          const before = deathsOf(
            ...given.map(
              (n, i) =>
                [i < 10 ? "A" : "B", i % 10 < 5 ? young : old, causes[i % 5]!, n] as [string, Age, string, number],
            ),
          );
          const drawn = redistributeDeathsDraws(before, [failure, fixed(among)], { seed: from, draws: 8, counts });
          const totals = sumDraws(drawn, "cause");
          const first =
            counts === "poisson"
              ? Array.from(sumDraws(drawsOf(before, "poisson", { seed: from, draws: 8 }), "cause").values)
              : [0, 1, 2, 3].flatMap((cell) =>
                  new Array<number>(8).fill(given.slice(cell * 5, cell * 5 + 5).reduce((a, b) => a + b, 0)),
                );
          expect(Array.from(totals.values)).toEqual(first);
          expect(drawn.values.every((n) => n >= 0)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
