import { area, category, count, figure, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** Completed waits for a first outpatient appointment, or for an inpatient or day case treatment, by board and specialty. */
export const phsCompletedWaits = schema({
  area: area("HBT", { totals: ["S92000003"], qualifier: "HBTQF" }),
  period: period("MonthEnding"),
  patientType: category("PatientType"),
  specialty: category("Specialty", { totals: ["Z9"], qualifier: "SpecialtyQF" }),
  waits: count("NumberOfWaits", { qualifier: "NumberOfWaitsQF" }),
  over12Weeks: count("Over12Weeks", { qualifier: "Over12WeeksQF" }),
  medianDays: figure("score", "Median", { qualifier: "MedianQF" }),
  ninetiethPercentileDays: figure("score", "90thPercentile", { qualifier: "90thPercentileQF" }),
});

/**
 * Public Health Scotland's stage of treatment waiting times, completed waits.
 *
 * The period is the day in `MonthEnding`, as published: the days are ends of quarters, and the figures are of the quarter that
 * ends then. A specialty that is blank and qualified is `not available`; so are figures qualified `:u`.
 */
export const phsCompletedWaitsReader = openDataReader({
  name: "phs-completed-waits",
  title: "Stage of treatment waiting times, completed waits",
  forms: [phsCompletedWaits],
});
