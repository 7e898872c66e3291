export { type ComparisonLimits, type ComparisonLimitsOptions, comparisonLimits } from "./comparison-limits.ts";
export { type RankDistribution, type RankDistributionOptions, rankDistribution } from "./rank-distribution.ts";
export { type RankLimits, type RankLimitsOptions, rankLimits } from "./rank-limits.ts";
