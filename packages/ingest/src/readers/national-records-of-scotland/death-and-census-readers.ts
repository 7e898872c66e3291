import type { Reader } from "../../published/reader.ts";
import { censusInRowsReader } from "./census-in-rows.ts";
import { censusTableReader } from "./census-table.ts";
import { deathRatesByCauseReader } from "./death-rates-by-cause.ts";
import { deathsBySummaryListReader } from "./deaths-by-summary-list.ts";
import { drugDeathsReader } from "./drug-deaths.ts";

/** The readers of National Records of Scotland's files of deaths and of the census. */
export const deathAndCensusReaders: readonly Reader[] = Object.freeze([
  censusInRowsReader,
  censusTableReader,
  deathRatesByCauseReader,
  deathsBySummaryListReader,
  drugDeathsReader,
]);
