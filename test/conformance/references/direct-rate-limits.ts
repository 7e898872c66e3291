import {
  betaRateLimits,
  dobsonLimits,
  fayFeuerLimits,
  type Interval,
  meanGammaLimits,
  normalRateLimits,
  tiwariLimits,
} from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { numberOption, numbersOf, requireKnown } from "./columns.ts";

/** `dsr interval methods`: one directly standardised rate per person with the limits of epitools, asht and dsrTest. */
export function directRateLimits(inputs: Inputs, options: Options) {
  requireKnown(options, ["confidence"]);
  const columns = [numbersOf(inputs, "x"), numbersOf(inputs, "n"), numbersOf(inputs, "stdpop")] as const;
  const asked = { per: 1, level: numberOption(options, "confidence", 0.95) };
  const pair = ({ lower, upper }: Interval) => [lower, upper];
  const fayFeuer = fayFeuerLimits(...columns, asked);
  return {
    rate: fayFeuer.value,
    variance: varianceOf(...columns),
    fay_feuer_gamma: pair(fayFeuer),
    gamma_max: pair(fayFeuer),
    gamma_mean: pair(meanGammaLimits(...columns, asked)),
    gamma_tcz_tiwari: pair(tiwariLimits(...columns, asked)),
    beta_none: pair(betaRateLimits(...columns, asked)),
    beta_tcz_tiwari: pair(betaRateLimits(...columns, { ...asked, beyond: "one event" })),
    dobson_exact_poisson: pair(dobsonLimits(...columns, asked)),
    normal: pair(normalRateLimits(...columns, asked)),
    lognormal: pair(normalRateLimits(...columns, { ...asked, normal: "logarithm" })),
  };
}

/** The variance, read off limits that are one standard error away: a level of 68.27 per cent. */
function varianceOf(events: readonly number[], population: readonly number[], weights: readonly number[]): number {
  const { lower, upper } = normalRateLimits(events, population, weights, { per: 1, level: 0.6826894921370859 });
  return ((upper - lower) / 2) ** 2;
}
