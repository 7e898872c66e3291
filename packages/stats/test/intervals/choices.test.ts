import { expect, it } from "vitest";
import {
  betaRateLimits,
  byarLimits,
  directRateRatio,
  dobsonLimits,
  exactRateRatio,
  fayFeuerLimits,
  finitePopulationFactor,
  finitePopulationProportion,
  normalRateLimits,
  ratioOfIntervals,
  scoreOddsRatio,
  scoreProportionDifference,
  scoreProportionRatio,
  surveyMean,
  surveyProportion,
  wilsonLimits,
} from "../../src/index.ts";

const one = [[3], [9], [1]] as const;
const group = { events: 3, population: 9 };
const strata = { events: [3], population: [9] };
const interval = { value: 2, lower: 1, upper: 3 };
const other = "other" as never;

it.each<[what: string, call: () => unknown, choices: string]>([
  ["fayFeuerLimits: largestWeight", () => fayFeuerLimits(...one, { largestWeight: other }), "as the rate, per person"],
  ["betaRateLimits: beyond", () => betaRateLimits(...one, { beyond: other }), "nothing, one event"],
  ["normalRateLimits: normal", () => normalRateLimits(...one, { normal: other }), "rate, logarithm"],
  ["dobsonLimits: count", () => dobsonLimits(...one, { count: other }), "exact, byar"],
  [
    "byarLimits: continuity",
    () => byarLimits(9, 0.95, { continuity: other }),
    "one above, half on both sides, nothing",
  ],
  ["byarLimits: noEvents", () => byarLimits(9, 0.95, { noEvents: other }), "zero, missing"],
  ["wilsonLimits: continuity", () => wilsonLimits(3, 9, 0.95, { continuity: other }), "nothing, half on both sides"],
  ["directRateRatio: limits", () => directRateRatio(strata, strata, [1], { limits: other }), "fay-feuer, logarithm"],
  ["exactRateRatio: count", () => exactRateRatio(group, group, { count: other }), "whole, half"],
  ["ratioOfIntervals: scale", () => ratioOfIntervals(interval, interval, { scale: other }), "plain, logarithm"],
  [
    "scoreProportionDifference: variance",
    () => scoreProportionDifference(group, group, { variance: other }),
    "unbiased, likelihood",
  ],
  [
    "scoreProportionRatio: variance",
    () => scoreProportionRatio(group, group, { variance: other }),
    "unbiased, likelihood",
  ],
  ["scoreOddsRatio: variance", () => scoreOddsRatio(group, group, { variance: other }), "unbiased, likelihood"],
  [
    "surveyProportion: limits",
    () => surveyProportion([1, 0], [1, 1], { limits: other }),
    "wilson, logit, exact, student",
  ],
  [
    "surveyMean: loneCluster",
    () => surveyMean([1, 0], [1, 1], { loneCluster: other }),
    "refuse, certain, about the mean",
  ],
  ["finitePopulationFactor: form", () => finitePopulationFactor(3, 9, { form: other }), "1 - n/N, (N - n)/(N - 1)"],
  [
    "finitePopulationProportion: limits",
    () => finitePopulationProportion(1, 3, 9, { limits: other }),
    "wilson, normal",
  ],
  ["finitePopulationProportion: root", () => finitePopulationProportion(1, 3, 9, { root: other }), "once, twice"],
])("%s must be one of the choices that there are", (what, call, choices) => {
  expect(call).toThrow(`${what} must be one of ${choices}, got other`);
});
