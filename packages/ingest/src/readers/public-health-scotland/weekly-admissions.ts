import { type Period, parsePeriod } from "@popneeds/core";
import { age, amount, area, category, count, figure, period, sex } from "../../field.ts";
import { type Fields, schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

const measures = {
  admissions: count("NumberAdmissions"),
  averageOf2018And2019: amount("count", "Average20182019"),
  percentVariation: figure("percentage", "PercentVariation"),
};
const admissionType = category("AdmissionType", { totals: ["All"], qualifier: "AdmissionTypeQF" });

/** Hospital admissions a week by partnership and deprivation quintile, against the mean of 2018 and 2019. */
export const phsWeeklyAdmissionsByDeprivation = byDeprivation("HSCP", {});

/** Hospital admissions a week by board, age and sex, against the mean of 2018 and 2019. */
export const phsWeeklyAdmissionsByAgeAndSex = byAgeAndSex("HB");

/**
 * Public Health Scotland's weekly hospital admissions of the wider impacts of COVID-19, in both forms: by deprivation, and by
 * age and sex.
 *
 * The week is the seven days that end on `WeekEnding`. Ages are given for both sexes together and sexes for all ages: they are
 * not crossed, and neither may be read as parts of the other. Rows of fewer than 5 admissions are not published: what is not
 * there is unknown, not 0. The average of 2018 and 2019 may end in a half.
 */
export const phsWeeklyAdmissionsReader = openDataReader({
  name: "phs-weekly-admissions",
  title: "Hospital admissions by week, with the average of 2018 and 2019",
  forms: ["HSCP", "HB", "CA", "Country"].flatMap((where) => [
    byDeprivation(where, {}),
    byDeprivation(where, { qualifier: `${where}QF` }),
    byAgeAndSex(where),
  ]),
});

function byDeprivation(where: string, qualifier: { readonly qualifier?: string }) {
  return schema({
    ...keysOf(where, qualifier),
    quintile: category("SIMDQuintile", { values: ["1", "2", "3", "4", "5"] }),
    admissionType,
    ...measures,
  });
}

function byAgeAndSex(where: string) {
  return schema({
    ...keysOf(where, { qualifier: `${where}QF` }),
    age: age("AgeGroup", { totals: ["All ages"], qualifier: "AgeGroupQF" }),
    sex: sex("Sex", { Female: "female", Male: "male" }, { totals: ["All"], qualifier: "SexQF" }),
    admissionType,
    ...measures,
  });
}

function keysOf(where: string, qualifier: { readonly qualifier?: string }) {
  const totals = where === "Country" ? [] : ["S92000003"];
  return {
    area: area(where, { totals, ...qualifier }),
    period: period("WeekEnding", weekEnding),
  } satisfies Fields;
}

/** The seven days that end on a day. */
export function weekEnding(text: string): Period | null {
  const day = parsePeriod(text);
  if (!day || day.start !== day.end) return null;
  const start = new Date(Date.parse(day.end) - 6 * 86_400_000).toISOString().slice(0, 10);
  return Object.freeze({ label: `week to ${day.end}`, start, end: day.end });
}
