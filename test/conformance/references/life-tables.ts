import {
  healthyLifeExpectancy,
  type LifeTable,
  type LifeTableOptions,
  type LifeTableStatus,
  lifeTable,
  lifeTableStatuses,
  lifeTables,
} from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { numberOption, numbersOf, requireKnown } from "./columns.ts";
import { levels } from "./phe.ts";

/** What PHEindicatormethods 2.1.0 chooses where there is a choice. */
const phe: LifeTableOptions = {
  deathsAbovePopulation: "withhold",
  faultyBands: "whole group",
  unreachedAges: "zero",
  withhold: { populationUpTo: 5000, intervalAbove: 20 },
};

/** The statuses by which PHEindicatormethods withholds, each with a warning of its own. */
const withheld: readonly LifeTableStatus[] = [
  "impossible",
  "no population",
  "deaths above population",
  "population too small",
  "interval too wide",
];

/** `phe_life_expectancy`, which knows twenty bands from 0 only. */
export function pheLifeExpectancy(inputs: Inputs, options: Options) {
  const { deaths, population, startage } = columnsOf(inputs);
  if (startage.length === 20) return pheLifeExpectancyOfAnyBands(inputs, options);
  const nothing = startage.map(() => null);
  return {
    startage,
    value: nothing,
    lowercl: nothing,
    uppercl: nothing,
    deaths,
    population,
    warnings: ["withheld: bands"],
  };
}

/** Life expectancy at each age, with the people and deaths of that age and above; by the kernel, which never stops. */
export function pheLifeExpectancyOfAnyBands(inputs: Inputs, options: Options) {
  requireKnown(options, ["confidence", "type"]);
  const { deaths, population, startage } = columnsOf(inputs);
  if (startage[0] !== 0) throw new RangeError(`bands must start at 0, got ${startage[0]}`);
  const asked = pheLevels(options);
  const table = lifeTables(deaths, population, startage, { ...phe, levels: asked });
  const tags = asked.map((level) => (level * 100).toFixed(1).replace(".", "_"));
  const found = new Set(Array.from(table.status, (code) => lifeTableStatuses[code]!));
  return {
    startage,
    value: table.expectancy,
    lowercl: table.lower[0],
    uppercl: table.upper[0],
    ...Object.fromEntries(tags.map((tag, l) => [`lower${tag}cl`, table.lower[l]])),
    ...Object.fromEntries(tags.map((tag, l) => [`upper${tag}cl`, table.upper[l]])),
    pops_used: sumsAbove(population),
    dths_used: sumsAbove(deaths),
    warnings: withheld.filter((status) => found.has(status)).map((status) => `withheld: ${status}`),
  };
}

/** Any number of confidences, each from 0.9 to 1 or from 90 to 100. */
function pheLevels({ confidence = 0.95 }: Options): readonly number[] {
  return (Array.isArray(confidence) ? confidence : [confidence]).flatMap((level) => levels({ confidence: level }));
}

/** `LE_function`: 1.96, and the years lived in the open band taken as known; by the kernel, which must say the same. */
export function leFunction(inputs: Inputs, options: Options) {
  requireKnown(options, ["max_agegrp"]);
  const { deaths, population, startage } = columnsOf(inputs);
  if (startage.at(-1) !== numberOption(options, "max_agegrp", 90))
    throw new RangeError("max_agegrp must be the last age");
  const { expectancy, variance, lower, upper } = lifeTables(deaths, population, startage, {
    deviate: 1.96,
    openVariance: "none",
  });
  return { LEx: expectancy, se: variance.map(Math.sqrt), lci: lower[0], uci: upper[0] };
}

/** Healthy life expectancy by Sullivan's method, with the variance of the shares alone and with that of the death rates. */
export function sullivanWithLimits(inputs: Inputs, options: Options) {
  requireKnown(options, ["confidence"]);
  const { deaths, population, startage } = columnsOf(inputs);
  const table = lifeTable(deaths, population, startage, { openVariance: "none" });
  const healthy = numbersOf(inputs, "prevalence_unhealthy").map((share) => 1 - share);
  const asked = { respondents: numbersOf(inputs, "survey_n"), levels: levels(options) };
  const shares = healthyLifeExpectancy(table, healthy, { ...asked, variance: "shares" });
  const both = healthyLifeExpectancy(table, healthy, asked);
  return {
    le: table.expectancy,
    hle: shares.expectancy,
    unhealthy_le: shares.otherYears,
    hle_share: shares.share,
    se_prevalence_only: shares.variance.map(Math.sqrt),
    lower: shares.lower[0],
    upper: shares.upper[0],
    se_full: both.variance.map(Math.sqrt),
    lower_full: both.lower[0],
    upper_full: both.upper[0],
  };
}

/** Sullivan's method on a published life table. */
export function sullivan(inputs: Inputs, options: Options) {
  requireKnown(options, []);
  const table = stationary(numbersOf(inputs, "age"), numbersOf(inputs, "l"), numbersOf(inputs, "L"));
  return { healthy_life_expectancy: healthyLifeExpectancy(table, numbersOf(inputs, "healthy_share")).expectancy };
}

/** A life table with given years of those who die in each band. */
export function lifeTableWithYears(inputs: Inputs, options: Options) {
  requireKnown(options, []);
  const age = numbersOf(inputs, "age");
  const separation = numbersOf(inputs, "a").map((years, k) => years / (age[k + 1]! - age[k]!));
  const table = lifeTable(numbersOf(inputs, "deaths"), numbersOf(inputs, "population"), age, { separation });
  return { q: table.probability, e0: table.expectancy[0] };
}

/** The life table whose survivors and years are given: its deaths among its own, stationary, population. */
function stationary(age: readonly number[], survivors: readonly number[], years: readonly number[]): LifeTable {
  const dying = survivors.map((l, k) => l - (survivors[k + 1] ?? 0));
  const separation = dying.map((d, k) => (years[k]! / (age[k + 1]! - age[k]!) - survivors[k + 1]!) / d);
  return lifeTable(dying, years, age, { separation });
}

function columnsOf(inputs: Inputs) {
  return {
    startage: numbersOf(inputs, "startage"),
    deaths: numbersOf(inputs, "deaths"),
    population: numbersOf(inputs, "population"),
  };
}

function sumsAbove(values: readonly number[]): readonly number[] {
  return values.map((_, k) => values.slice(k).reduce((sum, value) => sum + value, 0));
}
