import { parsePeriod } from "@popneeds/core";
import { category, count, figure, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** People admitted to hospital with COVID-19 by month and ethnic group. */
export const phsCovidAdmissionsByEthnicity = schema({
  period: period("Month", (text) => (/^\d{6}01$/.test(text) ? parsePeriod(text.slice(0, 6)) : null)),
  ethnicGroup: category("Ethnicity"),
  admitted: count("NumberAdmitted", { qualifier: "NumberAdmittedQF" }),
  percentage: figure("percentage", "PercentAdmitted", { qualifier: "PercentAdmittedQF" }),
});

/**
 * Public Health Scotland's COVID-19 admissions by ethnic group: the month is written as its first day, and figures qualified
 * `c` are suppressed.
 */
export const phsCovidAdmissionsByEthnicityReader = openDataReader({
  name: "phs-covid-admissions-by-ethnicity",
  title: "COVID-19 hospital admissions by ethnic group",
  forms: [phsCovidAdmissionsByEthnicity],
});
