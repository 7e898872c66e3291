import { describe, expect, it } from "vitest";
import { type Fact, plainText } from "../../src/index.ts";
import {
  changeAhead,
  changeOfBurden,
  chartOfChangeAhead,
  chartOfChangeOfBurden,
} from "../../src/sections/burden/change-of-burden.ts";
import { briefOf, country, fact, here, ill } from "../synthetic-facts.ts";

const years = { unit: "years of life a year", per: null };
const past = (category: string, value: number) =>
  fact({ ...years, indicator: "change-in-years-of-life-lost", area: "country", period: "2015-2017", category, value });
/** Made up: 900 = 1000 + 50 + 120 - 270. */
const fallen = [
  past("2000-2002", 1000),
  past("2015-2017", 900),
  past("total", -100),
  past("growth", 50),
  past("ageing", 120),
  past("rates", -270),
];
const coming = (reduction: number): Fact[] => [
  fact({ ...years, indicator: "expected-years-of-life-lost", period: "2023", value: 500, evidence: "modelled" }),
  fact({ ...years, indicator: "expected-years-of-life-lost", period: "2043", value: 560, evidence: "modelled" }),
  ...Object.entries({ total: 60, growth: -40, ageing: 100, rates: 0 }).map(([category, value]) =>
    fact({ ...years, indicator: "change-in-expected-years-of-life-lost", period: "2043", category, value }),
  ),
  fact({ indicator: "reduction-to-stand-still", period: "2043", value: reduction }),
];

describe("the change of the burden", () => {
  it("is put down to people, ages and rates, in words", () => {
    const found = changeOfBurden(briefOf(ill(), ...fallen), country)!;
    expect(found.sentences.map(plainText)).toMatchInlineSnapshot(`
      [
        "In Country years of life lost fell by 100 a year between 2000-2002 and 2015-2017: more people added 50, ageing added 120, and lower rates at each age took off 270.",
      ]
    `);
    expect(found.evidence.map(({ category }) => category).sort()).toEqual(
      fallen.map(({ category }) => category).sort(),
    );
  });

  it("is drawn from one total over the steps to the other, which add up", () => {
    const chart = chartOfChangeOfBurden(briefOf(ill(), ...fallen), country)!;
    const values = chart.points.map(({ fact: { value } }) => value!);
    expect(chart.points.map(({ series }) => series)).toEqual(["total", "step", "step", "step", "total"]);
    expect(values[0]! + values[1]! + values[2]! + values[3]!).toBe(values[4]);
    expect(plainText(chart.title)).toMatchInlineSnapshot(
      `"Country: 100 fewer years of life were lost a year in 2015-2017 than in 2000-2002"`,
    );
  });

  it("is not told where a part of it is not known", () => {
    const brief = briefOf(ill(), ...fallen.slice(1));
    expect(changeOfBurden(briefOf(ill(), ...fallen.slice(0, -1)), country)).toBeNull();
    expect(chartOfChangeOfBurden(briefOf(ill()), country)).toBeNull();
    expect(chartOfChangeAhead(brief)).toBeNull();
  });
});

describe("the burden to come", () => {
  it("says by how much rates must fall for the years lost not to rise", () => {
    const brief = briefOf(ill(), ...coming(10.7));
    expect(changeAhead(brief, here)!.sentences.map(plainText)).toMatchInlineSnapshot(`
      [
        "If the rates of death of Country by sex and age held here, and stayed as they are, 500 years of life would be lost in Here in 2023 and 560 in 2043 (modelled): fewer people would take off 40 and ageing would add 100.",
        "Rates would have to fall by 10.7% by 2043 for the years lost not to rise.",
      ]
    `);
    expect(plainText(chartOfChangeAhead(brief)!.title)).toMatchInlineSnapshot(
      `"Here: ageing alone would add 100 years of life a year by 2043; in all the change would be 60"`,
    );
  });

  it("says by how much they may rise where the burden falls by itself", () => {
    expect(plainText(changeAhead(briefOf(ill(), ...coming(-2.5)), here)!.sentences[1]!)).toMatchInlineSnapshot(
      `"Rates could rise by 2.5% by 2043 without more years being lost."`,
    );
  });
});
