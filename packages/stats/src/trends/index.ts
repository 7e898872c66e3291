export { type RecentTrend, recentTrend, recentTrendOfProportions, type TrendDirection } from "./recent-trend.ts";
export {
  type RecentTrendColumns,
  type RecentTrendOptions,
  type RecentTrendStatus,
  recentTrendStatuses,
  recentTrends,
  type TrendSeries,
} from "./recent-trends.ts";
export { type TrendTest, type TrendTestOptions, trendOfProportions, trendOfRates } from "./trend-test.ts";
