export { type ComparisonLimits, type ComparisonLimitsOptions, comparisonLimits } from "./comparison-limits.ts";
export type { RankLimits, RankLimitsOptions } from "./limits-of-ranks.ts";
export { type RankDistribution, type RankDistributionOptions, rankDistribution } from "./rank-distribution.ts";
export { rankLimits } from "./rank-limits.ts";
export {
  type IntervalColumns,
  type RankLimitsOfIntervalsOptions,
  rankLimitsOfIntervals,
} from "./rank-limits-of-intervals.ts";
