import { area, count, figure, label, period } from "../field.ts";
import { schema } from "../schema.ts";

/** Days spent in hospital by people ready to leave it, by month. */
export const delayedDischarge = schema({
  area: area("area"),
  level: label("level"),
  period: period("month"),
  ages: label("age"),
  reason: label("reason"),
  bedDays: count("bed_days"),
});

/** Emergency admissions in a week, by deprivation fifth, and the average of the same weeks of 2018 and 2019. */
export const emergencyAdmissions = schema({
  area: area("area"),
  period: period("week_ending"),
  quintile: label("quintile"),
  admissions: count("admissions", { marks: { "": "not available" } }),
  usual: figure("score", "average_2018_2019", { marks: { "": "not available" } }),
});
