export {
  type StatisticsDataset,
  type StatisticsOptions,
  type StatisticsPortal,
  statisticsPortal,
} from "./statistics-portal.ts";
