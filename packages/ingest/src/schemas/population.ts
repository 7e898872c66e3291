import { calendarYears } from "@popneeds/core";
import { agesAcross, area, constant, countAcross, period, sex } from "../field.ts";
import { schema } from "../schema.ts";

/** Small-area population, mid-2021: a row for each data zone and sex, ages across. */
export const smallAreaPopulation = schema({
  area: area("data_zone"),
  period: constant(calendarYears(2021)),
  sex: sex("sex"),
  age: agesAcross(),
  people: countAcross(),
});

/** Population estimates or projections: a row for each area, year and sex, ages across. */
export const populationByYear = schema({
  area: area("area"),
  period: period("year"),
  sex: sex("sex"),
  age: agesAcross(),
  people: countAcross(),
});
