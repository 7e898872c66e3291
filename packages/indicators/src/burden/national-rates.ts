import { yearsOfLifeLost } from "@popneeds/burden";
import {
  type Age,
  type Exposed,
  evenAgeBands,
  into,
  keep,
  over,
  type Period,
  pool,
  recode,
  type Sex,
  sumOver,
  withoutKey,
} from "@popneeds/core";
import type { DataFolder } from "@popneeds/ingest";
import { cancerIncidence, deathsByCause, personYears, populationByYear, type TableOf } from "@popneeds/ingest";
import { type ReferenceLifeTable, referenceLifeTables } from "@popneeds/population";
import { input } from "../input.ts";
import { causeWords } from "./cause-words.ts";

/** The reference life table that may be shipped, and the default: what the United Kingdom lived by in 2016 to 2018. */
export const referenceTable = "uk-nlt-2016-18";

/** Deaths by cause, the person-years they were counted among, and the life table they are set against. */
export const deathInputs = {
  deaths: input("mortality-deaths-by-cause", deathsByCause),
  personYears: input("mortality-deaths-person-years", personYears),
  reference: {
    name: "standards-reference-life-tables",
    load: async (data: DataFolder): Promise<ReferenceLifeTable> =>
      (await referenceLifeTables(data)).get(referenceTable)!,
  },
};

/** New cancers of the country, and its people. */
export const cancerInputs = {
  incidence: input("cancer-incidence", cancerIncidence),
  country: input("population-estimates-country", populationByYear),
};

type BySexAndAge = { readonly period: Period; readonly sex: Sex; readonly age: Age };

type Deaths = {
  readonly deaths: TableOf<(typeof deathsByCause)["fields"]>;
  readonly personYears: TableOf<(typeof personYears)["fields"]>;
  readonly reference: ReferenceLifeTable;
};

/** Bands of five years of age to 90 and over, in which national rates are taken to other people. */
export const rateBands = evenAgeBands({ by: 5, to: 90 });

/** The periods of three years of which deaths are known by cause, the first, one between and the latest. */
export const deathPeriods = ["2000-2002", "2012-2014", "2015-2017"] as const;

export type DeathPeriod = (typeof deathPeriods)[number];

const during = (period: DeathPeriod) => ({ period: ({ label }: Period) => label === period });
const latestDeaths = during("2015-2017");

/** Deaths by cause in full words, sex and age in a period of three years. */
export function nationalDeaths({ deaths }: Pick<Deaths, "deaths">, period: DeathPeriod = "2015-2017") {
  return recode(keep(deaths, during(period)), "cause", causeWords, "causes written out in full");
}

/** Years of life lost by cause, sex and age in a period of three years. */
export function nationalYearsLost(tables: Pick<Deaths, "deaths" | "reference">, period: DeathPeriod = "2015-2017") {
  return yearsOfLifeLost(nationalDeaths(tables, period), tables.reference);
}

/** Years of life lost from all causes by sex and age, over the person-years lived. */
export function nationalYearsLostRatesOfAllCauses(tables: Deaths): Exposed<BySexAndAge, "years"> {
  return into(over(sumOver(nationalYearsLost(tables), "cause"), nationalPersonYears(tables)), rateBands);
}

/** Years of life lost by cause, sex and age, over the person-years lived. */
export function nationalYearsLostRates(tables: Deaths): Exposed<BySexAndAge & { readonly cause: string }, "years"> {
  return into(over(nationalYearsLost(tables), nationalPersonYears(tables)), rateBands);
}

/** The person-years lived in a period of three years, by sex and age. */
export function nationalPersonYears({ personYears }: Pick<Deaths, "personYears">, period: DeathPeriod = "2015-2017") {
  return keep(personYears, during(period));
}

/** New cancers of all types by sex and age, 2017 to 2021, over the people of those years. */
export function nationalCancers({
  incidence,
  country,
}: {
  readonly incidence: TableOf<(typeof cancerIncidence)["fields"]>;
  readonly country: TableOf<(typeof populationByYear)["fields"]>;
}): Exposed<BySexAndAge> {
  const cases = withoutKey(withoutKey(keep(incidence, { site: "All cancer types" }), "icd10"), "site");
  const years = { period: ({ label }: Period) => Number(label) >= 2017 && Number(label) <= 2021 };
  const people = withoutKey(into(keep(country, years), rateBands), "area");
  return pool(over(keep(cases, years), people), { years: 5 });
}

/** Deaths from all causes by sex and age in the latest period of three years, over the person-years lived. */
export function nationalDeathRates(tables: Pick<Deaths, "deaths" | "personYears">): Exposed<BySexAndAge> {
  return into(over(sumOver(keep(tables.deaths, latestDeaths), "cause"), nationalPersonYears(tables)), rateBands);
}
