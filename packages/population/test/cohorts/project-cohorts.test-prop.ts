import { type Age, ageBands, calendarYears, type Sex, sumOver, tableFromRows } from "@popneeds/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type People, projectCohorts } from "../../src/index.ts";

const bands = ageBands(0, 5, 10, 15) as readonly Age[];
const sexes = ["female", "male"] as readonly Sex[];
const cells = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 8, maxLength: 8 });
const place = (sex: Sex, x: number) => sexes.indexOf(sex) * 4 + x;
const bySexAndAge = <T>(make: (sex: Sex, age: Age, x: number) => T) =>
  sexes.flatMap((sex) => bands.map((age, x) => make(sex, age, x)));

interface Drawn {
  readonly people: readonly (readonly number[])[];
  readonly shares: readonly number[];
  readonly births: number;
  readonly rates: readonly number[];
  readonly migrants: readonly (readonly number[])[];
  readonly boys: number;
}

const peopleOf = (areas: readonly (readonly number[])[]): People =>
  tableFromRows(
    areas.flatMap((own, a) =>
      bySexAndAge((sex, age, x) => ({
        area: `area ${a}`,
        period: calendarYears(2020),
        sex,
        age,
        people: own[place(sex, x)]!,
      })),
    ),
    { people: "count" },
  );

const project = ({ people, shares, births, rates, migrants, boys }: Drawn, steps: number) =>
  projectCohorts(
    peopleOf(people),
    {
      survival: {
        people: tableFromRows(
          bySexAndAge((sex, age, x) => ({ sex, age, share: shares[place(sex, x)]! })),
          { share: "ratio" },
        ),
        births: tableFromRows(
          sexes.map((sex) => ({ sex, share: births })),
          { share: "ratio" },
        ),
      },
      fertility: tableFromRows(
        rates.map((rate, x) => ({ age: bands[x + 1]!, rate })),
        { rate: "rate" },
      ),
      migration: tableFromRows(
        migrants.flatMap((own, a) =>
          bySexAndAge((sex, age, x) => ({ area: `area ${a}`, sex, age, people: own[place(sex, x)]! })),
        ),
        { people: "count" },
      ),
      boysPerGirl: boys,
    },
    { steps },
  );

const two = <T>(of: fc.Arbitrary<T>) => fc.tuple(of, of);
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anything: fc.Arbitrary<Drawn> = fc.record({
  people: two(cells(real(0, 50_000))),
  shares: cells(real(0, 1)),
  births: real(0, 1),
  rates: fc.array(real(0, 0.3), { minLength: 2, maxLength: 2 }),
  migrants: two(cells(real(-900, 900))),
  boys: real(0.9, 1.2),
});
// Numbers whose sums and products a computer holds exactly: eighths, whole people, even numbers of migrants, as many boys as girls.
const eighths = fc.integer({ min: 0, max: 8 }).map((n) => n / 8);
const exact: fc.Arbitrary<Drawn> = fc.record({
  people: two(cells(fc.nat(50_000))),
  shares: cells(eighths),
  births: eighths,
  rates: fc.array(eighths, { minLength: 2, maxLength: 2 }),
  migrants: two(cells(fc.integer({ min: -400, max: 400 }).map((n) => 2 * n))),
  boys: fc.constant(1),
});

describe("the balance of a projection by cohorts", () => {
  it("is exact where numbers are, step by step: people before + births − deaths + net migrants are people after", () => {
    fc.assert(
      fc.property(exact, (drawn) => {
        for (const { before, births, deaths, migration, after } of project(drawn, 3).balance)
          expect(before! + births! - deaths! + migration!).toBe(after);
      }),
    );
  });

  it("holds to rounding whatever the numbers, and each step starts with the people of the last", () => {
    fc.assert(
      fc.property(anything, (drawn) => {
        const { balance, people } = project(drawn, 4);
        const rows = [...balance];
        const of = [...sumOver(people, "age")].map((row) => row.people!);
        for (const [i, { area, sex, before, births, deaths, migration, after }] of rows.entries()) {
          const scale = Math.abs(before!) + births! + Math.abs(deaths!) + Math.abs(migration!) + 1e4;
          expect(Math.abs(before! + births! - deaths! + migration! - after!)).toBeLessThan(1e-12 * scale);
          expect(Math.abs(of[i]! - after!)).toBeLessThan(1e-12 * scale);
          const later = rows[i + 2];
          if (later && later.area === area && later.sex === sex) expect(later.before).toBe(after);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("of areas with the same rates is that of all of them together", () => {
    fc.assert(
      fc.property(anything, (drawn) => {
        const [a, b] = [drawn.people, drawn.migrants].map(([one, other]) => [
          one!.map((count, i) => count + other![i]!),
        ]);
        const apart = [...sumOver(project(drawn, 3).people, "area")].map((row) => row.people!);
        const together = [...project({ ...drawn, people: a!, migrants: b! }, 3).people].map((row) => row.people!);
        for (const [i, people] of together.entries()) expect(Math.abs(people - apart[i]!)).toBeLessThan(1e-7);
      }),
      { numRuns: 50 },
    );
  });
});
