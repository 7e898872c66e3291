import { area, count, figure, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** COVID-19 day by day and board: tests, people found positive, deaths, admissions. */
export const phsCovidDailyBoards = schema({
  area: area("HB", { totals: ["S92000003"] }),
  period: period("Date"),
  positive: count("DailyPositive"),
  cumulativePositive: figure("score", "CumulativePositive"),
  positiveRate: figure("rate", "CrudeRatePositive"),
  positiveRateOf7Days: figure("rate", "CrudeRate7DayPositive", { marks: { "": "not available" } }),
  deaths: count("DailyDeaths"),
  cumulativeDeaths: figure("score", "CumulativeDeaths"),
  deathRate: figure("rate", "CrudeRateDeaths"),
  negative: count("DailyNegative"),
  cumulativeNegative: figure("score", "CumulativeNegative"),
  negativeRate: figure("rate", "CrudeRateNegative"),
  tests: count("TotalTests"),
  positiveTests: count("PositiveTests"),
  positivePercentage: figure("percentage", "PositivePercentage"),
  positivePercentageOf7Days: figure("percentage", "PositivePercentage7Day"),
  pillar1Tests: count("TotalPillar1"),
  pillar2Tests: count("TotalPillar2"),
  admissions: count("HospitalAdmissions", { qualifier: "HospitalAdmissionsQF" }),
  intensiveCareAdmissions: count("ICUAdmissions", { qualifier: "ICUAdmissionsQF" }),
});

/**
 * Public Health Scotland's daily COVID-19 cases by board.
 *
 * What was counted up to a day is a figure, not a count: days of it do not add up. The crude rate of seven days is blank in
 * the first days, when there are no seven: not available. `HBName` names the code beside it, and is not read.
 */
export const phsCovidDailyBoardsReader = openDataReader({
  name: "phs-covid-daily-boards",
  title: "Daily COVID-19 cases by board",
  forms: [phsCovidDailyBoards],
  beside: ["HBName"],
});
