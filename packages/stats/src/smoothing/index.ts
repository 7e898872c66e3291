export { empiricalBayesRates, type SmoothedRates, type SmoothedRatesOptions } from "./empirical-bayes-rates.ts";
export type { GammaFit } from "./fit-gamma.ts";
export {
  type LocallySmoothedRates,
  type LocallySmoothedRatesOptions,
  localEmpiricalBayesRates,
} from "./local-empirical-bayes-rates.ts";
export { type PoissonGammaOptions, type PoissonGammaRatios, poissonGammaRatios } from "./poisson-gamma-ratios.ts";
export type { Smoothed } from "./smoothed.ts";
