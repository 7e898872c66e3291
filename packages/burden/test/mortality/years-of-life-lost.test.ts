import { type Age, ageBand, type Missing, type Sex, sourcesOf, sumOver, tableFromRows, where } from "@popneeds/core";
import { deathsByCause, openData } from "@popneeds/ingest";
import { createReferenceLifeTable, referenceLifeTables } from "@popneeds/population";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectancyAt, yearsOfLifeLost } from "../../src/index.ts";

/** Made up: at birth 80 years, at 40 still 44, at 90 still 5; men two years less. */
const toy = createReferenceLifeTable({
  id: "toy",
  name: "Toy Table",
  rows: [
    [0, 80],
    [40, 44],
    [90, 5],
  ].flatMap(([age, years]) => [
    { sex: "female" as const, age: age!, years: years! },
    { sex: "male" as const, age: age!, years: years! - 2 },
  ]),
});

function deathsAt(...rows: readonly (readonly [Sex, Age, number | Missing])[]) {
  return tableFromRows(
    rows.map(([sex, age, deaths]) => ({ sex, age, deaths })),
    { deaths: "count" },
  );
}

describe("expectancyAt", () => {
  it("lies on the straight line between the ages of the table", () => {
    expect(expectancyAt(toy, "female", 0)).toBe(80);
    expect(expectancyAt(toy, "female", 40)).toBe(44);
    // By hand: a quarter of the way from 80 to 44.
    expect(expectancyAt(toy, "female", 10)).toBe(71);
    expect(expectancyAt(toy, "male", 65)).toBe(22.5);
  });

  it("stays at the years of the oldest age above it, and of the youngest below it", () => {
    expect(expectancyAt(toy, "female", 110)).toBe(5);
    const adults = createReferenceLifeTable({ id: "x", name: "X", rows: [{ sex: "all", age: 20, years: 60 }] });
    expect(expectancyAt(adults, "male", 3)).toBe(60);
  });

  it("refuses a sex that the table lacks", () => {
    expect(() => expectancyAt(toy, "all", 3)).toThrow(
      '[no-expectancy] expectancyAt: Toy Table has no expectancy for sex "all"; it has female, male',
    );
  });
});

describe("yearsOfLifeLost", () => {
  it("repeats the worked example of the Australian Institute of Health and Welfare: 501.45 years", () => {
    // AIHW, burden of deaths, technical notes: deaths at ages 0, 15, 32 and 70 against the table of the Global Burden of
    // Disease 2010, of which these five ages are needed; at 32 the example prints 54.49.
    const printed = createReferenceLifeTable({
      id: "gbd2010",
      name: "Global Burden of Disease 2010, five ages",
      rows: [
        [0, 86.02],
        [15, 71.29],
        [30, 56.46],
        [35, 51.53],
        [70, 18.93],
      ].map(([age, years]) => ({ sex: "all" as const, age: age!, years: years! })),
    });
    const deaths = deathsAt(
      ["all", ageBand(0, 1), 2],
      ["all", ageBand(15, 16), 1],
      ["all", ageBand(32, 33), 3],
      ["all", ageBand(70, 71), 5],
    );
    const lost = yearsOfLifeLost(deaths, printed, { ageAtDeath: "start" });
    const printedYears = [172.04, 71.29, 163.47, 94.65];
    for (const [i, { years }] of [...lost].entries()) expect(Math.abs(years! - printedYears[i]!)).toBeLessThan(0.01);
    expect(Math.abs([...sumOver(lost, "age", "sex")][0]!.years! - 501.45)).toBeLessThan(0.01);
  });

  it("places deaths in the middle of a band, as the World Health Organization's band values do", () => {
    // WHO, Global Health Estimates, frontier table for 2050: 25.96 years at 67, 25.02 at 68 and 7.60 at 90; by band 25.49 at
    // 65-69 and 7.60 at 85 and over.
    const who = createReferenceLifeTable({
      id: "who",
      name: "Global Health Estimates, three ages",
      rows: [
        [67, 25.96],
        [68, 25.02],
        [90, 7.6],
      ].map(([age, years]) => ({ sex: "all" as const, age: age!, years: years! })),
    });
    const lost = [...yearsOfLifeLost(deathsAt(["all", ageBand(65, 70), 1], ["all", ageBand(85, Infinity), 1]), who)];
    expect(lost[0]!.years).toBeCloseTo(25.49, 2);
    expect(lost[1]!.years).toBe(7.6);
  });

  it("counts deaths times the years still to be expected, by sex, with the open band five years up", () => {
    const lost = yearsOfLifeLost(
      deathsAt(["female", ageBand(0, 20), 3], ["male", ageBand(0, 20), 1], ["female", ageBand(85, Infinity), 2]),
      toy,
    );
    // By hand: e(10) = 71 and 69; e(90) = 5.
    expect([...lost].map(({ years }) => years)).toEqual([213, 69, 10]);
    expect(lost.measures.years.kind).toBe("years");
    const higher = yearsOfLifeLost(deathsAt(["female", ageBand(40, Infinity), 1]), toy, { openBandYears: 25 });
    // By hand: half way from 44 to 5.
    expect([...higher][0]!.years).toBe(24.5);
  });

  it("adds up: years lost by parts of the deaths are those lost by all of them", () => {
    const bands = [ageBand(0, 1), ageBand(1, 5), ageBand(5, 65), ageBand(65, 90), ageBand(90, Infinity)];
    const counts = fc.array(fc.nat({ max: 500 }), { minLength: 10, maxLength: 10 });
    const table = (numbers: readonly number[]) =>
      deathsAt(
        ...bands.flatMap((age, i) =>
          (["female", "male"] as const).map((sex, j) => [sex, age, numbers[2 * i + j]!] as const),
        ),
      );
    const total = (numbers: readonly number[]) =>
      [...sumOver(yearsOfLifeLost(table(numbers), toy), "age", "sex")][0]!.years!;
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(total(a.map((count, i) => count + b[i]!))).toBeCloseTo(total(a) + total(b), 6);
      }),
    );
  });

  it("loses nothing where nobody died, and passes on what is missing", () => {
    const lost = yearsOfLifeLost(deathsAt(["female", ageBand(0, 1), 0], ["male", ageBand(0, 1), "suppressed"]), toy);
    expect([...lost].map(({ years, missing }) => [years, missing])).toEqual([
      [0, null],
      [null, "suppressed"],
    ]);
    expect([
      ...yearsOfLifeLost(
        where(deathsAt(["female", ageBand(0, 1), 1]), () => false),
        toy,
      ),
    ]).toEqual([]);
  });

  it("names the reference and where deaths are placed", () => {
    const deaths = deathsAt(["female", ageBand(0, 1), 1]);
    expect(yearsOfLifeLost(deaths, toy).provenance.steps).toEqual([
      "years of life lost against Toy Table: deaths × years still to be expected, deaths taken in the middle of each band of ages, in the open band 5 years above its first birthday; not discounted",
    ]);
    expect(yearsOfLifeLost(deaths, toy, { ageAtDeath: "start" }).provenance.steps[0]).toContain(
      "at the first birthday",
    );
  });

  it("takes the mean age at death of each band where it is known, by sex or for all", () => {
    const means = [
      { age: ageBand(0, 20), mean: 10 },
      { age: ageBand(0, 20), sex: "male" as const, mean: 5 },
      { age: ageBand(85, Infinity), mean: 90 },
    ];
    const deaths = deathsAt(
      ["female", ageBand(0, 20), 3],
      ["male", ageBand(0, 20), 1],
      ["male", ageBand(85, Infinity), 2],
    );
    const lost = yearsOfLifeLost(deaths, toy, { ageAtDeath: means });
    // By hand: 3 × e(10) = 3 × 71; e(5) = 80 − 36 ÷ 8 = 75.5, men 73.5; 2 × (5 − 2).
    expect([...lost].map(({ years }) => years)).toEqual([213, 73.5, 6]);
    expect(lost.provenance.steps[0]).toContain("deaths taken at the mean age at death given for each band of ages");
    expect(() => yearsOfLifeLost(deaths, toy, { ageAtDeath: means.slice(0, 2) })).toThrow(
      '[no-mean-age] ageAtDeath: every band with deaths needs a mean age at death; 85+ of sex "male" has none',
    );
    expect(() => yearsOfLifeLost(deaths, toy, { ageAtDeath: [{ age: ageBand(0, 20), mean: 21 }] })).toThrow(
      "[invalid-option] yearsOfLifeLost: invalid mean age at death: 21 in 0-19",
    );
  });

  it("lets the years above the oldest age of the table fall to none where asked to, and says so", () => {
    const deaths = deathsAt(["female", ageBand(106, 107), 2]);
    expect([...yearsOfLifeLost(deaths, toy)][0]!.years).toBe(10);
    const falling = yearsOfLifeLost(deaths, toy, { aboveOldestAge: 122, ageAtDeath: "start" });
    // By hand: half way from 90 to 122, half of 5 years, two deaths.
    expect([...falling][0]!.years).toBe(5);
    expect(falling.provenance.steps[0]).toContain("the years above the oldest age of the table falling to none at 122");
    expect(() => yearsOfLifeLost(deaths, toy, { aboveOldestAge: 80 })).toThrow(
      '[invalid-option] expectancyAt: aboveOldestAge must be "keep" or an age above 90, the oldest of Toy Table; found 80',
    );
  });

  it("discounts and weighs by age where asked to, and says so", () => {
    // Murray and Lopez, DALYs (3, 1), against West level 26: a death at birth of 80 years' expectancy for men and 82.5 for
    // women counts 33.01 and 33.13 years; without age weights 80 years at 3% are (1 − e^−2.4) ÷ 0.03 = 30.3094.
    const west = createReferenceLifeTable({
      id: "west",
      name: "West 26",
      rows: [
        { sex: "male", age: 0, years: 80 },
        { sex: "female", age: 0, years: 82.5 },
      ],
    });
    const births = deathsAt(["male", ageBand(0, 1), 1], ["female", ageBand(0, 1), 1]);
    const weighed = yearsOfLifeLost(births, west, { ageAtDeath: "start", discount: 0.03, ageWeighting: 1 });
    const [men, women] = [...weighed];
    expect(men!.years).toBeCloseTo(33.01, 2);
    expect(women!.years).toBeCloseTo(33.13, 2);
    expect(weighed.provenance.steps[0]).toContain(
      "discounted by 3% a year, continuously; weighed by age, K = 1, C = 0.1658, β = 0.04",
    );
    const discounted = yearsOfLifeLost(births, west, { ageAtDeath: "start", discount: 0.03 });
    expect([...discounted][0]!.years).toBeCloseTo(30.3094, 4);
    expect(() => yearsOfLifeLost(births, west, { discount: 3 })).toThrow(
      "[invalid-option] yearsOfLifeLost: invalid discount: 3",
    );
    expect(() => yearsOfLifeLost(births, west, { ageWeighting: 2 })).toThrow("invalid ageWeighting: 2");
  });

  it("refuses several measures, and an open band that cannot be", () => {
    const two = tableFromRows([{ sex: "female" as Sex, age: ageBand(0, 1), deaths: 1, births: 1 }], {
      deaths: "count",
      births: "count",
    });
    expect(() => yearsOfLifeLost(two, toy)).toThrow(
      "[one-measure] yearsOfLifeLost: deaths must be the only measure; found deaths, births",
    );
    expect(() => yearsOfLifeLost(deathsAt(), toy, { openBandYears: -1 })).toThrow("[invalid-option]");
  });
});

describe("yearsOfLifeLost on the data that come with popneeds", () => {
  it("stays between a year a death and the expectancy at birth, and rests on both files", async () => {
    const data = await openData(new URL("../../../../datasets", import.meta.url).pathname);
    const deaths = await data.table("mortality-deaths-by-cause", deathsByCause);
    const uk = (await referenceLifeTables(data)).get("uk-nlt-2016-18")!;
    const lost = yearsOfLifeLost(deaths, uk);
    const [all] = [...sumOver(lost, "period", "sex", "age", "cause")];
    const [died] = [...sumOver(deaths, "period", "sex", "age", "cause")];
    expect(all!.years! / died!.deaths!).toBeGreaterThan(8);
    expect(all!.years! / died!.deaths!).toBeLessThan(20);
    expect(sourcesOf(lost.provenance).map(({ id }) => id)).toEqual([
      "mortality-deaths-by-cause",
      "standards-reference-life-tables",
    ]);
    expect(lost.provenance.evidence).toBe("observed");
  });
});
