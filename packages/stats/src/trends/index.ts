export { type AnnualChange, type AnnualChangeOptions, annualChange, annualChangeOfCounts } from "./annual-change.ts";
export { type JoinpointOptions, type JoinpointTrend, joinpointTrend, type TrendSegment } from "./joinpoints.ts";
export { type MonotoneTrend, type MonotoneTrendOptions, monotoneTrend } from "./monotone-trend.ts";
export { type MovingMeans, type MovingMeansOptions, movingMeans } from "./moving-means.ts";
export { type RecentTrend, recentTrend, recentTrendOfProportions, type TrendDirection } from "./recent-trend.ts";
export {
  type RecentTrendColumns,
  type RecentTrendOptions,
  type RecentTrendStatus,
  recentTrendStatuses,
  recentTrends,
  type TrendSeries,
} from "./recent-trends.ts";
export { type TrendLine, trendLine } from "./trend-line.ts";
export { type TrendTest, type TrendTestOptions, trendOfProportions, trendOfRates } from "./trend-test.ts";
