import { yearsOfLifeLost } from "@popneeds/burden";
import { ageBand, tableFromRows } from "@popneeds/core";
import { createReferenceLifeTable } from "@popneeds/population";
import {
  attributableFraction,
  attributedDisability,
  burdenChange,
  combinedDisability,
  discountedYears,
  type Factors,
  factorEffects,
  iterativeProportionalFitting,
  type LifeExpectancyChangeMethod,
  lifeExpectancyChange,
  lifeTable,
  logLinearRisk,
} from "@popneeds/stats";
import type { Inputs, Options, Value } from "../case.ts";
import { NotImplemented } from "../not-implemented.ts";
import { numberOption, numbersOf, requireKnown } from "./columns.ts";
import { evaluate } from "./expression.ts";

/** `yll(r, K)`: years lost, discounted and weighed by age. */
export function yearsOfLifeLostDiscounted(inputs: Inputs, options: Options) {
  requireKnown(options, ["discount", "age_weighting", "beta", "C"]);
  const weights = {
    discount: numberOption(options, "discount", 0),
    ageWeighting: numberOption(options, "age_weighting", 0),
    fall: numberOption(options, "beta", 0.04),
    constant: numberOption(options, "C", 0.1658),
  };
  const [deaths, age, years] = ["deaths", "age", "remaining_years"].map((name) => numbersOf(inputs, name)[0]!);
  return deaths! * discountedYears(age!, years!, weights);
}

/** Years of life lost at exact ages, against a table with knots. */
export function yearsOfLifeLostAtAges(inputs: Inputs, options: Options) {
  requireKnown(options, ["age_convention"]);
  if (options["age_convention"] !== "exact") throw new NotImplemented(`age_convention ${options["age_convention"]}`);
  const table = inputs["life_table"] as Inputs;
  const years = numbersOf(table, "remaining_years");
  const rows = numbersOf(table, "age").map((age, i) => ({ sex: "all" as const, age, years: years[i]! }));
  const reference = createReferenceLifeTable({ id: "case", name: "Case", rows });
  const counts = numbersOf(inputs, "deaths");
  const deaths = tableFromRows(
    numbersOf(inputs, "age").map((age, i) => ({ sex: "all" as const, age: ageBand(age, age + 1), deaths: counts[i]! })),
    { deaths: "count" },
  );
  const lost = [...yearsOfLifeLost(deaths, reference, { ageAtDeath: "start" })].map((row) => row.years!);
  return { total: lost.reduce((sum, value) => sum + value, 0), per_age: lost };
}

/** Das Gupta's effects of named factors on a rate that is an expression of them. */
export function dasGupta(inputs: Inputs, options: Options) {
  requireKnown(options, ["rate"]);
  const [one, other] = [inputs["pop1"] as Inputs, inputs["pop2"] as Inputs];
  const names = Object.keys(one);
  const expression = String(options["rate"]);
  const letters = names.map((name, i) => (new RegExp(`\\b${name}\\b`).test(expression) ? name : "abcdefgh"[i]!));
  const worth = (value: Value): number | readonly number[] => value as number | readonly number[];
  const { first, second, effects } = factorEffects(
    names.map((name) => worth(one[name]!)),
    names.map((name) => worth(other[name]!)),
    (factors: Factors) =>
      evaluate(expression, Object.fromEntries(letters.map((letter, i) => [letter, factors[i] as number]))),
  );
  return { effects: Object.fromEntries(names.map((name, i) => [name, effects[i]])), rate1: first, rate2: second };
}

/** People, their shares and rates, as growth, ageing and rate. */
export function burdenChangeDecomposition(inputs: Inputs, options: Options) {
  requireKnown(options, ["rate"]);
  const [one, other] = [inputs["pop1"] as Inputs, inputs["pop2"] as Inputs];
  const people = (of: Inputs) => numbersOf(of, "share").map((share) => share * numbersOf(of, "N")[0]!);
  const found = burdenChange(people(one), numbersOf(one, "rate"), people(other), numbersOf(other, "rate"));
  return {
    effects: { N: found.size, share: found.structure, rate: found.rate },
    rate1: found.first,
    rate2: found.second,
  };
}

/** What our methods are called there. */
const methods: Readonly<Record<string, LifeExpectancyChangeMethod>> = {
  andreev: "andreev",
  andreev_sym: "symmetric",
  arriaga: "arriaga",
  arriaga_sym: "symmetric",
  chandrasekaran_II: "chandrasekaran",
  chandrasekaran_III: "chandrasekaran",
  lopez_ruzicka: "arriaga",
  lopez_ruzicka_sym: "symmetric",
};

/** A difference of life expectancies by age, from death rates; infants by Andreev and Kingkade's rule. */
export function lifeExpectancyDecomposition(inputs: Inputs, options: Options) {
  requireKnown(options, ["method"]);
  const method = methods[String(options["method"])];
  if (!method) throw new NotImplemented(`method ${options["method"]}`);
  const ages = numbersOf(inputs, "age");
  const separation = inputs["sex"] === "male" ? "andreev-kingkade male" : "andreev-kingkade female";
  const table = (name: string) =>
    lifeTable(
      numbersOf(inputs, name),
      ages.map(() => 1),
      ages,
      { separation },
    );
  return { contribution: lifeExpectancyChange(table("rate1"), table("rate2"), { method }).byAge };
}

/** Years lived with disability with comorbidity, in all and by condition. */
export function comorbidityAdjusted(inputs: Inputs, options: Options) {
  requireKnown(options, []);
  const [prevalences, weights] = [numbersOf(inputs, "prevalence"), numbersOf(inputs, "disability_weight")];
  return { adjusted: attributedDisability(prevalences, weights), total: combinedDisability(prevalences, weights) };
}

/** A fraction of classes, and the burden that goes with it. */
export function categoricalFraction(inputs: Inputs, options: Options) {
  requireKnown(options, []);
  const paf = attributableFraction(numbersOf(inputs, "proportion"), numbersOf(inputs, "relative_risk"));
  return { paf, attributable: paf * numbersOf(inputs, "burden")[0]! };
}

/** A fraction at one exposure for all, and the cases that go with it. */
export function logLinearFraction(inputs: Inputs, options: Options) {
  requireKnown(options, []);
  const [exposure, risk, per, cutOff, incidence, people] = [
    "exposure",
    "relative_risk",
    "per",
    "cut_off",
    "incidence_per_100k",
    "population",
  ].map((name) => numbersOf(inputs, name)[0]!);
  const paf = 1 - 1 / logLinearRisk(exposure!, risk!, { per: per!, cutOff: cutOff! });
  return { paf, cases: (paf * incidence! * people!) / 100_000 };
}

/** A table of two dimensions raked to its margins. */
export function proportionalFitting(inputs: Inputs, options: Options) {
  requireKnown(options, []);
  const seed = inputs["seed"] as readonly (readonly number[])[];
  const [rows, columns] = inputs["margins"] as readonly (readonly number[])[];
  const width = columns!.length;
  const { cells } = iterativeProportionalFitting(
    seed.flat(),
    [seed.length, width],
    [
      { by: [0], totals: rows! },
      { by: [1], totals: columns! },
    ],
  );
  return { fitted: seed.map((_, i) => [...cells.slice(i * width, (i + 1) * width)]) };
}
