export type { CountLimitsMethod } from "./count-limits.ts";
export { type CrudeRatesOptions, crudeRates } from "./crude-rates.ts";
export type {
  DirectRateColumns,
  DirectRateLimits,
  DirectRatesOptions,
  EmptyRowPolicy,
  RateColumns,
} from "./direct-rate-columns.ts";
export { directRates } from "./direct-rates.ts";
export { type GroupStatus, groupStatuses } from "./group-status.ts";
export {
  type IndirectColumns,
  type IndirectRatioColumns,
  type IndirectRatiosOptions,
  indirectRatios,
} from "./indirect-ratios.ts";
export { type ProportionsOptions, proportions } from "./proportions.ts";
