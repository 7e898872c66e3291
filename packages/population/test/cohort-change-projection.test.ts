import {
  type Age,
  ageBands,
  calendarYears,
  into,
  keep,
  type LookUp,
  noSource,
  type Sex,
  sumOver,
  tableFromRows,
} from "@popneeds/core";
import { openData, populationByYear } from "@popneeds/ingest";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohortChangeProjection, type People } from "../src/index.ts";

const ages = ageBands(0, 10, 20) as readonly Age[];
const [then, now] = [calendarYears(2010), calendarYears(2020)];
type Counts = readonly (number | "suppressed")[];
const of = (area: string, period: typeof then, female: Counts, male: Counts) =>
  (
    [
      ["female", female],
      ["male", male],
    ] as readonly (readonly [Sex, Counts])[]
  ).flatMap(([sex, counts]) => counts.map((people, i) => ({ area, period, sex, age: ages[i]!, people })));
const table = (...rows: readonly ReturnType<typeof of>[]): People => tableFromRows(rows.flat(), { people: "count" });
const childbearing = [10, 20] as const;
const within: LookUp = {
  level: "partnership",
  parents: new Map(["a", "b"].map((area) => [area, "P"])),
  edition: "of the test",
  provenance: noSource,
};

describe("cohortChangeProjection", () => {
  it("carries cohorts on as they changed, and has as many children for each woman, by hand", () => {
    const found = cohortChangeProjection(
      table(of("a", then, [10, 10, 10], [10, 10, 10]), of("a", now, [12, 9, 16], [6, 10, 10])),
      {
        childbearing,
        steps: 2,
      },
    );
    // Girls: 12 × 9/10 = 10.8 of 10 to 19, (9 + 16) × 16/20 = 20 above; 12/9 a woman: 10.8 × 12/9 = 14.4. Boys: 6 × 10/10 = 6,
    // (10 + 10) × 10/20 = 10, and 10.8 × 6/9 = 7.2. The second step likewise: 14.4 × 0.9 = 12.96, 30.8 × 0.8 = 24.64, …
    const rows = [...found].map(({ period, sex, people }) => [period.label, sex, Math.round(people! * 1e9) / 1e9]);
    expect(rows.slice(0, 6)).toEqual([
      ["2030", "female", 14.4],
      ["2030", "female", 10.8],
      ["2030", "female", 20],
      ["2030", "male", 7.2],
      ["2030", "male", 6],
      ["2030", "male", 10],
    ]);
    expect(rows.slice(6, 9).map(([, , people]) => people)).toEqual([17.28, 12.96, 24.64]);
    expect(found.provenance.evidence).toBe("modelled");
    expect(found.provenance.steps).toEqual([
      "projected by the change of cohorts from 2010 to 2020 (Hamilton and Perry), each area's own, 2 steps of 10 years; children by women of 10 to 19",
    ]);
  });

  it("adds up to the larger area whose ratios small areas take, whatever the counts", () => {
    const count = fc.integer({ min: 1, max: 500 });
    const counts = fc.array(count, { minLength: 3, maxLength: 3 });
    const area = fc.tuple(counts, counts, counts, counts);
    fc.assert(
      fc.property(area, area, (a, b) => {
        const both = (
          [
            ["a", a],
            ["b", b],
          ] as const
        ).flatMap(([name, [f1, m1, f2, m2]]) => [...of(name, then, f1, m1), ...of(name, now, f2, m2)]);
        const small = tableFromRows(both, { people: "count" }) as People;
        const whole = tableFromRows(
          [...sumOver(small, "area")].map(({ missing: _, ...row }) => ({ area: "P", ...row, people: row.people! })),
          { people: "count" },
        ) as People;
        const parts = [...sumOver(cohortChangeProjection(small, { childbearing, ratiosOf: within, steps: 3 }), "area")];
        const all = [...cohortChangeProjection(whole, { childbearing, steps: 3 })];
        expect(parts).toHaveLength(all.length);
        for (const row of all) {
          const sum = parts.find(
            (part) => part.period.label === row.period.label && part.sex === row.sex && part.age.from === row.age.from,
          )!;
          expect(sum.people! / row.people!).toBeCloseTo(1, 10);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("is missing for a reason", () => {
    const reasons = (people: People) => [
      ...new Set([...cohortChangeProjection(people, { childbearing })].map(({ missing }) => missing)),
    ];
    const [one, other] = [of("a", then, [1, 1, 1], [1, 1, 1]), of("a", now, [1, 1, 1], [1, 1, 1])];
    expect(reasons(table(of("a", then, ["suppressed", 1, 1], [1, 1, 1]), other))).toEqual(["suppressed"]);
    expect(reasons(table(one.slice(1), other))).toEqual(["incomplete"]);
    // Nobody of 0 to 9 then: no ratio for 10 to 19, and no women to have children.
    expect(reasons(table(of("a", then, [0, 1, 1], [1, 1, 1]), other))).toEqual(["no population", null]);
  });

  it("refuses other years, bands and sexes", () => {
    const [one, other] = [of("a", then, [1, 1, 1], [1, 1, 1]), of("a", now, [1, 1, 1], [1, 1, 1])];
    expect(() => cohortChangeProjection(table(one))).toThrow(
      "[two-periods] cohortChangeProjection: people must be of two years; found 1",
    );
    const near = other.map((row) => ({ ...row, period: calendarYears(2015) }));
    expect(() => cohortChangeProjection(table(one, near))).toThrow(
      "[uneven-bands] cohortChangeProjection: bands must be 5 years wide from 0, as the counts are apart, the last open; found 0-9, 10-19, 20+ …",
    );
    expect(() => cohortChangeProjection(table(one, other))).toThrow(
      "[invalid-option] cohortChangeProjection: childbearing must start",
    );
    const women = table(one, other);
    expect(() => cohortChangeProjection(keep(women, { sex: "female" }), { childbearing })).toThrow(
      "[both-sexes] cohortChangeProjection: people must be female and male; found female",
    );
    expect(() => cohortChangeProjection(women, { childbearing, ratiosOf: { ...within, parents: new Map() } })).toThrow(
      "[unknown-area]",
    );
  });
});

describe("the change of cohorts from 2013 to 2018", () => {
  it("leads to 31 partnerships in 2023 that are within 2 % of the estimate in all, 8 % in each", async () => {
    const data = await openData(new URL("../../../datasets", import.meta.url).pathname);
    const estimates = await data.table("population-estimates-partnership", populationByYear);
    const five = ageBands(...Array.from({ length: 19 }, (_, i) => 5 * i));
    const years = (...labels: readonly string[]) =>
      into(keep(estimates, { period: ({ label }) => labels.includes(label) }), five);
    const projected = [...sumOver(cohortChangeProjection(years("2013", "2018")), "sex", "age")];
    const published = new Map([...sumOver(years("2023"), "sex", "age")].map(({ area, people }) => [area, people!]));
    expect(projected).toHaveLength(31);
    const all = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
    expect(Math.abs(all(projected.map(({ people }) => people!)) / all(published.values()) - 1)).toBeLessThan(0.02);
    for (const { area, people } of projected)
      expect(Math.abs(people! / published.get(area)! - 1), area).toBeLessThan(0.08);
  });
});
