export {
  type AnnualChangeMeasures,
  type AnnualChanges,
  annualChange,
  annualChangeOfCounts,
  type CountChangeOptions,
  type EstimateChangeOptions,
} from "./annual-change.ts";
export {
  type AverageChangeMeasures,
  type JoinpointTrendOptions,
  type JoinpointTrends,
  joinpointTrend,
} from "./joinpoint-trend.ts";
export {
  type EstimateTrendOptions,
  type RecentTrendMeasures,
  type RecentTrendOptions,
  type RecentTrends,
  recentTrend,
  recentTrendOfProportions,
} from "./recent-trend.ts";
export { trendInWords } from "./trend-in-words.ts";
