import { ageBand, sumOver, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RedistributionPackage, redistributeDeaths } from "../../../src/index.ts";

const causes = ["failure", "shock", "unknown", "heart", "valve", "lung"];
const ages = [ageBand(0, 50), ageBand(50, 70), ageBand(70, Infinity)];
const packages: readonly RedistributionPackage[] = [
  { name: "heart failure", from: ["failure", "shock"], to: ["heart", "valve", "lung"] },
  {
    name: "unknown",
    from: ["unknown"],
    shares: [
      { cause: "heart", share: 1 / 3 },
      { cause: "lung", share: 1 / 7 },
      { cause: "valve", share: 1 - 1 / 3 - 1 / 7 },
    ],
  },
];
const counts = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 2000 })), { minLength: 36, maxLength: 36 });

function tableOf(numbers: readonly number[]) {
  return tableFromRows(
    numbers.map((deaths, i) => ({
      area: i < 18 ? "A" : "B",
      sex: "male" as const,
      age: ages[Math.floor(i / 6) % 3]!,
      cause: causes[i % 6]!,
      deaths,
    })),
    { deaths: "count" },
    { absent: "zero" },
  );
}

describe("redistributeDeaths", () => {
  it("keeps the total of every age and area, exactly", () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const before = tableOf(numbers);
        const { deaths } = redistributeDeaths(before, packages);
        const totals = (of: typeof before) => [...sumOver(of, "cause")].map((row) => row.deaths);
        expect(totals(deaths)).toEqual(totals(before));
      }),
    );
  });

  it("has a matrix whose rows are the deaths before and whose columns are those after, exactly", () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const before = tableOf(numbers);
        const { deaths, moves } = redistributeDeaths(before, packages);
        const byCause = (of: typeof before) =>
          Object.fromEntries([...sumOver(of, "area", "sex", "age")].map((row) => [row.cause, row.deaths]));
        const sums = (key: "fromCause" | "toCause") => {
          const all = Object.fromEntries(causes.map((cause) => [cause, 0]));
          for (const row of moves) all[row[key]]! += row.deaths!;
          return all;
        };
        expect(sums("fromCause")).toEqual(byCause(before));
        expect(sums("toCause")).toEqual(byCause(deaths));
      }),
    );
  });

  it("takes from ill-defined causes and gives to the others only, whatever the order of packages", () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const before = tableOf(numbers);
        const one = redistributeDeaths(before, packages).deaths;
        const other = redistributeDeaths(before, [...packages].reverse()).deaths;
        expect([...one].map((row) => row.deaths)).toEqual([...other].map((row) => row.deaths));
        const rows = [...before];
        for (const [i, row] of [...one].entries()) {
          if (["failure", "shock", "unknown"].includes(row.cause))
            expect(row.deaths).toBeLessThanOrEqual(rows[i]!.deaths!);
          else expect(row.deaths).toBeGreaterThanOrEqual(rows[i]!.deaths!);
        }
      }),
    );
  });
});
