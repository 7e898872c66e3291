import { age, area, category, count, figure, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** Bed days of people whose discharge was delayed, by area, month, age and reason, as published by council or by board. */
export const phsDelayedDischarge = by("HBT");

/**
 * Public Health Scotland's delayed discharges: bed days by month, by board of treatment, council or partnership.
 *
 * `18plus` and `All Delay Reasons` are totals, and held apart. The average daily number of beds is bed days divided by the
 * days of the month, rounded, and does not add up.
 */
export const phsDelayedDischargeReader = openDataReader({
  name: "phs-delayed-discharge",
  title: "Delayed discharge bed days",
  forms: ["HBT", "CA", "HSCP", "HB"].map(by),
});

function by(where: string) {
  return schema({
    area: area(where, { totals: ["S92000003"], qualifier: `${where}QF` }),
    period: period("MonthOfDelay"),
    age: age("AgeGroup", { totals: ["18plus"], qualifier: "AgeGroupQF" }),
    reason: category("ReasonForDelay", { totals: ["All Delay Reasons"], qualifier: "ReasonForDelayQF" }),
    bedDays: count("NumberOfDelayedBedDays"),
    averageBeds: figure("score", "AverageDailyNumberOfDelayedBeds"),
  });
}
