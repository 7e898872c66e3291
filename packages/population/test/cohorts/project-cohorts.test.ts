import { existsSync, readFileSync } from "node:fs";
import {
  type Age,
  ageBands,
  calendarYears,
  type Missing,
  noSource,
  type Period,
  type Sex,
  tableFromRows,
} from "@popneeds/core";
import { lifeTable, survivalRatios } from "@popneeds/stats";
import { describe, expect, it } from "vitest";
import { type CohortRates, cohortSurvival, type People, projectCohorts } from "../../src/index.ts";

const ages = ageBands(0, 1, 2) as readonly Age[];
const now = calendarYears(2020);
const sexes = ["female", "male"] as const;
type Figure = number | Missing;

const peopleOf = (areas: Readonly<Record<string, readonly (readonly Figure[])[]>>, bands = ages): People =>
  tableFromRows(
    Object.entries(areas).flatMap(([area, bySex]) =>
      bySex.flatMap((counts, s) =>
        counts.map((people, x) => ({ area, period: now, sex: sexes[s] as Sex, age: bands[x]!, people })),
      ),
    ),
    { people: "count" },
  );
const sharesOf = (births: number, people: readonly Figure[], bands = ages) => ({
  people: tableFromRows(
    sexes.flatMap((sex) => people.map((share, x) => ({ sex: sex as Sex, age: bands[x]!, share }))),
    { share: "ratio" },
  ),
  births: tableFromRows(
    sexes.map((sex) => ({ sex: sex as Sex, share: births })),
    { share: "ratio" },
  ),
});
const bearing = (rate: number, age = ages[1]!) => tableFromRows([{ age, rate }], { rate: "rate" });
const two = {
  a: [
    [10, 8, 4],
    [12, 8, 2],
  ],
  b: [
    [5, 5, 5],
    [5, 5, 5],
  ],
} as const;
const simple: CohortRates = { survival: sharesOf(0.5, [1, 0.5, 0.25]), fertility: bearing(0.5), boysPerGirl: 1 };

const twoYears: People = tableFromRows(
  [2020, 2021].flatMap((year) =>
    sexes.flatMap((sex) =>
      ages.map((age) => ({ area: "a", period: calendarYears(year), sex: sex as Sex, age, people: 1 })),
    ),
  ),
  { people: "count" },
);

describe("projectCohorts", () => {
  it("by hand: survivors, births and deaths of a year, each area by itself", () => {
    const { people, balance } = projectCohorts(peopleOf(two), simple);
    // a, women: 10 of 1, 8 ÷ 2 + 4 ÷ 4 = 5 above. Births ½ × (8 + 10) ÷ 2 = 4.5, 2.25 girls, of whom 1.125 live. Men: 12, 8 ÷ 2 + 2 ÷ 4 = 4.5.
    // b: 5, 5 ÷ 2 + 5 ÷ 4 = 3.75; births ½ × (5 + 5) ÷ 2 = 2.5, of which 0.625 of each sex live.
    expect([...people].map((row) => [row.area, row.sex, row.age.label, row.period.label, row.people])).toEqual([
      ["a", "female", "0", "2021", 1.125],
      ["a", "female", "1", "2021", 10],
      ["a", "female", "2+", "2021", 5],
      ["a", "male", "0", "2021", 1.125],
      ["a", "male", "1", "2021", 12],
      ["a", "male", "2+", "2021", 4.5],
      ["b", "female", "0", "2021", 0.625],
      ["b", "female", "1", "2021", 5],
      ["b", "female", "2+", "2021", 3.75],
      ["b", "male", "0", "2021", 0.625],
      ["b", "male", "1", "2021", 5],
      ["b", "male", "2+", "2021", 3.75],
    ]);
    // a, women: 22 + 2.25 − (1.125 + 0 + 4 + 3) = 16.125.
    expect([...balance][0]).toMatchObject({ before: 22, births: 2.25, deaths: 8.125, migration: 0, after: 16.125 });
  });

  it("lets half of the net migrants live through the step and half join at its end", () => {
    const migration = tableFromRows(
      [{ area: "a", sex: "female" as Sex, age: ages[1]!, people: 4 }],
      { people: "count" },
      { absent: "zero" },
    );
    const { people, balance } = projectCohorts(peopleOf({ a: two.a }), { ...simple, migration });
    // Of 1: 10 + 2; above: (8 + 2) ÷ 2 + 4 ÷ 4 = 6; births ½ × (8 + 2 + 10) ÷ 2 = 5, 2.5 girls, 1.25 live.
    expect([...people].slice(0, 3).map((row) => row.people)).toEqual([1.25, 12, 6]);
    expect([...balance][0]).toMatchObject({
      before: 22,
      births: 2.5,
      deaths: 1.25 + 5 + 3,
      migration: 4,
      after: 19.25,
    });
    expect(balance.provenance.steps).toEqual([
      "projected by cohorts (cohort component), 1 step of 1 year: survival the same for all areas and steps, fertility the same for all areas and steps, net migrants area, half at the start of a step and half at its end, 1 boys per girl",
    ]);
  });

  it("takes what happens in each area and each step from tables that are by them, whatever the order of rows", () => {
    const rate = (area: string, year: number, own: number) => ({
      area,
      period: calendarYears(year),
      age: ages[1]!,
      rate: own,
    });
    const fertility = tableFromRows([rate("b", 2021, 4), rate("a", 2020, 0), rate("b", 2020, 0), rate("a", 2021, 2)], {
      rate: "rate",
    });
    const boysPerGirl = tableFromRows(
      [
        { period: calendarYears(2020), ratio: 1 },
        { period: calendarYears(2021), ratio: 3 },
      ],
      { ratio: "ratio" },
    );
    const { balance } = projectCohorts(peopleOf(two), { ...simple, fertility, boysPerGirl }, { steps: 2 });
    // a: 10 women of 1 in 2021, none in 2022: 2 × 10 ÷ 2 = 10, a quarter girls. b: 4 × 5 ÷ 2 = 10 likewise.
    expect([...balance].map((row) => [row.area, row.period.label, row.sex, row.births])).toEqual([
      ["a", "2021", "female", 0],
      ["a", "2021", "male", 0],
      ["a", "2022", "female", 2.5],
      ["a", "2022", "male", 7.5],
      ["b", "2021", "female", 0],
      ["b", "2021", "male", 0],
      ["b", "2022", "female", 2.5],
      ["b", "2022", "male", 7.5],
    ]);
  });

  it("is projected at best, an assumption where that is said, and modelled where a rate is", () => {
    const of = (options: object, evidence?: "modelled") => {
      const fertility = evidence
        ? tableFromRows([{ age: ages[1]!, rate: 0.5 }], { rate: "rate" }, { provenance: { ...noSource, evidence } })
        : simple.fertility;
      return projectCohorts(peopleOf(two), { ...simple, fertility }, options).people.provenance;
    };
    expect(of({}).evidence).toBe("projected");
    expect(of({}, "modelled").evidence).toBe("modelled");
    const laid = of({ evidence: "assumption" });
    expect([laid.evidence, laid.steps[0]!.endsWith("; rates laid down, not expected")]).toEqual(["assumption", true]);
  });

  it("leaves an area missing for its reason from where a figure is missing, and goes on with the others", () => {
    const rows = projectCohorts(
      peopleOf({
        a: [
          [10, "suppressed", 4],
          [12, 8, 2],
        ],
        b: two.b,
      }),
      simple,
    ).people;
    expect([...rows].map((row) => row.missing)).toEqual([...Array(6).fill("suppressed"), ...Array(6).fill(null)]);
    const lacking = projectCohorts(peopleOf({ a: [[10, 8], two.a[1]] }), simple).balance;
    expect([...lacking].map((row) => [row.before, row.missing])).toEqual(Array(2).fill([null, "incomplete"]));
    const yearly = tableFromRows(
      [
        { period: now, age: ages[1]!, rate: 0.5 },
        { period: calendarYears(2021), age: ages[1]!, rate: "not available" as const },
      ],
      { rate: "rate" },
    );
    const later = projectCohorts(peopleOf({ a: two.a }), { ...simple, fertility: yearly }, { steps: 2 }).balance;
    expect([...later].map((row) => row.missing)).toEqual([null, null, "not available", "not available"]);
  });

  it("keeps people below 0, and warns", () => {
    const migration = tableFromRows(
      [{ sex: "male" as Sex, age: ages[1]!, people: -30 }],
      { people: "count" },
      { absent: "zero" },
    );
    const { people } = projectCohorts(peopleOf({ a: two.a }), { ...simple, migration });
    expect([...people].find((row) => row.sex === "male" && row.age.from === 1)!.people).toBe(12 - 15);
    expect(people.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        "people-below-zero",
        "projectCohorts: people must be 0 or more; more leave than there are in 1 of 1 areas: a from 2021",
      ],
    ]);
  });

  it.each<[string, () => unknown, string]>([
    [
      "people of two years",
      () => projectCohorts(twoYears, simple),
      "[one-period] projectCohorts: people must be of one year; found 2",
    ],
    [
      "uneven bands",
      () =>
        projectCohorts(
          peopleOf(
            {
              a: [
                [1, 1, 1],
                [1, 1, 1],
              ],
            },
            ageBands(0, 1, 5) as readonly Age[],
          ),
          simple,
        ),
      "[uneven-bands] projectCohorts: bands of ages must have one width of 1 to 10 years from 0, at least three, the last open; found 0, 1-4, 5+",
    ],
    [
      "no people",
      () => projectCohorts(peopleOf({}), simple),
      "[not-counted-by] projectCohorts: people must be by area, period, sex and age; found no area, no period, no sex, no age",
    ],
    [
      "one sex",
      () => projectCohorts(peopleOf({ a: [[1, 1, 1]] }), simple),
      "[both-sexes] projectCohorts: people must be female and male; found female",
    ],
    [
      "other ages",
      () =>
        projectCohorts(peopleOf(two), {
          ...simple,
          fertility: bearing(1, (ageBands(15, 20, 25) as readonly Age[])[0]!),
        }),
      "[uneven-bands] projectCohorts: fertility must be by the ages that people are by; 1 are not:",
    ],
    [
      "an area without rates",
      () =>
        projectCohorts(peopleOf(two), {
          ...simple,
          fertility: tableFromRows([{ area: "a", age: ages[1]!, rate: 1 }], { rate: "rate" }),
        }),
      "[unmatched-rows] projectCohorts: fertility must have all areas, or not be by them; 1 of 2 are lacking:",
    ],
    [
      "a step without rates",
      () =>
        projectCohorts(
          peopleOf(two),
          { ...simple, fertility: tableFromRows([{ period: now, age: ages[1]!, rate: 1 }], { rate: "rate" }) },
          { steps: 2 },
        ),
      "[unmatched-rows] projectCohorts: fertility must have all years in which a step starts, or not be by them; 1 of 2 are lacking:",
    ],
    [
      "two periods from one year",
      () =>
        projectCohorts(peopleOf(two), {
          ...simple,
          fertility: tableFromRows(
            [now, calendarYears(2020, 2024)].map((period: Period) => ({ period, age: ages[1]!, rate: 1 })),
            { rate: "rate" },
          ),
        }),
      "[unmatched-rows] projectCohorts: fertility must have one row for each step; two periods start in the same year",
    ],
    [
      "a key too many",
      () =>
        projectCohorts(peopleOf(two), {
          ...simple,
          fertility: tableFromRows([{ age: ages[1]!, parity: "first", rate: 1 }], { rate: "rate" }),
        }),
      "[not-counted-by] projectCohorts: fertility must be by area and period if they differ, age; found age, parity",
    ],
    [
      "migrants of no area",
      () =>
        projectCohorts(peopleOf(two), {
          ...simple,
          migration: tableFromRows([{ sex: "male" as Sex, age: ages[1]!, people: 1 }], { people: "count" }),
        }),
      "[area-needed] projectCohorts: net migrants must be by area where people are of several areas, or each of 2 would have them all",
    ],
    [
      "survival above 1",
      () => projectCohorts(peopleOf(two), { ...simple, survival: sharesOf(1, [1.5, 1, 1]) }),
      "[invalid-rate] projectCohorts: a figure of a cannot be: survival, female, of step 0 must be from 0 to 1, got 1.5 in place 1",
    ],
    [
      "part of a step",
      () => projectCohorts(peopleOf(two), simple, { steps: 1.5 }),
      "[invalid-option] projectCohorts: steps must be a whole number from 1 to 100; found 1.5",
    ],
    [
      "another class",
      () => projectCohorts(peopleOf(two), simple, { evidence: "observed" as never }),
      "[invalid-option] projectCohorts: evidence must be projected or assumption; found observed",
    ],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

const folder = new URL("../../../../../shared/cases/burden/", import.meta.url);
const there = existsSync(folder);
if (!there) process.stderr.write("skipped: projectCohorts is not compared with demCore: no ../shared/cases/burden\n");

describe.skipIf(!there)("Thailand 1960 to 2000, by tables", () => {
  const read = (name: string) => {
    const [header, ...lines] = readFileSync(new URL(`ccmpp_thailand_${name}.csv`, folder), "utf8")
      .trim()
      .split(/\r?\n/);
    const names = header!.split(",");
    return lines.map(
      (line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i]!, cell])) as Record<string, string>,
    );
  };
  const bands = ageBands(...Array.from({ length: 17 }, (_, x) => 5 * x)) as readonly Age[];
  const bandFrom = (from: string | undefined) => bands[Number(from) / 5]!;
  const period = (row: Record<string, string>) => calendarYears(Number(row["year_start"]), Number(row["year_end"]) - 1);
  const sex = (row: Record<string, string>) => row["sex"] as Sex;

  it("is demCore's in every year, sex and age, to 1e-13, and balances", () => {
    const people: People = tableFromRows(
      read("input_baseline").map((row) => ({
        area: "Thailand",
        period: calendarYears(1960),
        sex: sex(row),
        age: bandFrom(row["age_start"]),
        people: Number(row["value"]),
      })),
      { people: "count" },
    );
    // The file gives shares by the age reached: that of 0 is of births, that of 85 of those who were in the open band, 80+.
    const shares = read("input_survival").map((row) => ({
      period: period(row),
      sex: sex(row),
      from: Number(row["age_start"]) - 5,
      share: Number(row["value"]),
    }));
    const rates: CohortRates = {
      survival: {
        people: tableFromRows(
          shares.filter(({ from }) => from >= 0).map(({ from, ...row }) => ({ ...row, age: bandFrom(String(from)) })),
          { share: "ratio" },
        ),
        births: tableFromRows(
          shares.filter(({ from }) => from < 0).map(({ from: _, ...row }) => row),
          { share: "ratio" },
        ),
      },
      fertility: tableFromRows(
        read("input_asfr").map((row) => ({
          period: period(row),
          age: bandFrom(row["age_start"]),
          rate: Number(row["value"]),
        })),
        { rate: "rate" },
      ),
      boysPerGirl: tableFromRows(
        read("input_srb").map((row) => ({ period: period(row), ratio: Number(row["value"]) })),
        { ratio: "ratio" },
      ),
      migration: tableFromRows(
        read("input_net_migration").map((row) => ({
          area: "Thailand",
          period: period(row),
          sex: sex(row),
          age: bandFrom(row["age_start"]),
          people: Number(row["value"]),
        })),
        { people: "count" },
      ),
    };
    const found = projectCohorts(people, rates, { steps: 8 });
    const wanted = new Map(
      read("demCore_output").map((row) => [`${row["year"]} ${row["sex"]} ${row["age_start"]}`, Number(row["value"])]),
    );
    const rows = [...found.people];
    expect(rows.length).toBe(8 * 2 * 17);
    for (const row of rows) {
      const expected = wanted.get(`${row.period.label} ${row.sex} ${row.age.from}`)!;
      expect(Math.abs(row.people! / expected - 1)).toBeLessThan(1e-13);
    }
    for (const { before, births, deaths, migration, after } of found.balance)
      expect(Math.abs(before! + births! - deaths! + migration! - after!)).toBeLessThan(1e-12 * after!);
  });
});

describe("cohortSurvival", () => {
  const deaths = [5, 2, 40];
  const lived = [1000, 800, 300];
  const rows = (area: string, died: readonly Figure[], years: readonly Figure[], sex: Sex = "female") =>
    died.map((own, x) => ({ area, sex, age: ages[x]!, deaths: own, population: years[x]! }));
  const table = (...groups: readonly ReturnType<typeof rows>[]) =>
    tableFromRows(groups.flat(), { deaths: "count", population: "count" });

  it("has the shares of a life table for each area and sex", () => {
    const { people, births } = cohortSurvival(table(rows("a", deaths, lived), rows("b", [1, 1, 100], lived, "male")));
    const of = (died: readonly number[], sex: "female" | "male") => [
      ...survivalRatios(lifeTable(died, lived, [0, 1, 2], { separation: `andreev-kingkade ${sex}` })),
    ];
    const expected = [of(deaths, "female"), of([1, 1, 100], "male")];
    expect([...births].map((row) => row.share)).toEqual(expected.map(([first]) => first));
    expect([...people].map((row) => row.share)).toEqual(expected.flatMap(([, ...rest]) => rest));
    expect(people.provenance.steps).toEqual([
      "shares that live through 1 year, from a life table (Chiang) of the deaths of each area, sex",
    ]);
  });

  it("by hand, in bands of five years: 90 of 100 live through each of the first two, deaths in the middle", () => {
    const bands = ageBands(0, 5, 10) as readonly Age[];
    // q = 5m ÷ (1 + 2.5m) = 0.1 where m = 0.1 ÷ 4.75. L(0) = 5 × 0.95, L(5) = 5 × 0.9 × 0.95, T(10) = 0.81 ÷ 0.2 = 4.05.
    const own = tableFromRows(
      bands.map((age, x) => ({
        sex: "male" as Sex,
        age,
        deaths: x === 2 ? 20 : 100,
        population: x === 2 ? 100 : 4750,
      })),
      { deaths: "count", population: "count" },
    );
    const { people, births } = cohortSurvival(own);
    expect([...births][0]!.share).toBeCloseTo(0.95, 12);
    const shares = [...people].map((row) => row.share!);
    expect(shares[0]).toBeCloseTo(0.9, 12);
    for (const share of shares.slice(1)) expect(share).toBeCloseTo(4.05 / (4.05 + 4.275), 12);
  });

  it("passes a missing count to its life table alone, and warns where there is none to be had", () => {
    const { people, births } = cohortSurvival(
      table(
        rows("a", [5, "suppressed", 40], lived),
        rows("b", [5, 2, 0], lived),
        rows("c", deaths, [1000, 0, 300]),
        rows("d", deaths.slice(1), lived),
        rows("e", deaths, lived),
      ),
    );
    expect([...births].map((row) => row.missing)).toEqual([
      "suppressed",
      "too few events",
      "no population",
      "incomplete",
      null,
    ]);
    expect(new Set([...people].filter((row) => row.area === "a").map((row) => row.missing))).toEqual(
      new Set(["suppressed"]),
    );
    expect(people.issues.map(({ message }) => message)).toEqual([
      "cohortSurvival: every band needs people, and the open one deaths; 2 life tables cannot be made: b  female: too few events; c  female: no population",
    ]);
  });

  it("refuses deaths that are not by sex and age, and uneven bands", () => {
    const own = tableFromRows([{ age: ages[0]!, deaths: 1, population: 2 }], { deaths: "count", population: "count" });
    expect(() => cohortSurvival(own)).toThrow(
      "[not-counted-by] cohortSurvival: deaths must be counted by sex and age; found no sex",
    );
    const bands = ageBands(0, 1, 5, 10) as readonly Age[];
    const uneven = tableFromRows(
      bands.map((age) => ({ sex: "male" as Sex, age, deaths: 1, population: 2 })),
      { deaths: "count", population: "count" },
    );
    expect(() => cohortSurvival(uneven)).toThrow(
      "[uneven-bands] cohortSurvival: bands of ages must have one width of 1 to 10 years from 0",
    );
  });
});
