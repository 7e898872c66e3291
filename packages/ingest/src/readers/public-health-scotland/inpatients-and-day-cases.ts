import { area, category, count, figure, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";
import { qualified, withNamedTotals } from "./qualified.ts";

/** Hospital episodes and stays, and their length in days, by quarter, board, hospital, admission type and deprivation. */
export const phsInpatientsAndDayCases = schema({
  area: area("HB", { totals: ["S92000003"], qualifier: "HBQF" }),
  location: area("Location", { totals: ["S92000003"], qualifier: "LocationQF" }),
  period: qualified(period("Quarter"), "QuarterQF"),
  admissionType: withNamedTotals(category("AdmissionType", { qualifier: "AdmissionTypeQF" })),
  quintile: category("SIMD", { values: ["1", "2", "3", "4", "5", "not available"], qualifier: "SIMDQF" }),
  episodes: count("Episodes"),
  episodeDays: count("LengthOfEpisode"),
  averageEpisode: figure("score", "AverageLengthOfEpisode", { qualifier: "AverageLengthOfEpisodeQF" }),
  stays: count("Stays"),
  stayDays: count("LengthOfStay"),
  averageStay: figure("score", "AverageLengthOfStay", { qualifier: "AverageLengthOfStayQF" }),
});

/**
 * Public Health Scotland's inpatients and day cases by deprivation.
 *
 * Hospitals, boards (as `Location` qualified `d`) and Scotland are held apart. `All Inpatients` is within `All Inpatients and
 * Day cases`: both are held apart from the types of admission, and keep their names. Where the deprivation of a patient's
 * address is not known, the quintile is `not available`. A mean of no episodes is not applicable.
 */
export const phsInpatientsAndDayCasesReader = openDataReader({
  name: "phs-inpatients-and-day-cases",
  title: "Inpatients and day cases by board, hospital and deprivation",
  forms: [phsInpatientsAndDayCases],
});
