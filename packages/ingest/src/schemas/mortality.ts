import { age, amount, area, category, count, figure, label, period, sex } from "../field.ts";
import { schema } from "../schema.ts";

/** Deaths by underlying cause, age and sex, over three-year periods. A band without a row had no death. */
export const deathsByCause = schema({
  period: period("period"),
  sex: sex("sex"),
  age: age("age"),
  cause: category("cause"),
  deaths: count("deaths", { absent: "zero" }),
});

/** Person-years lived in the periods of the deaths by cause. */
export const personYears = schema({
  period: period("period"),
  sex: sex("sex"),
  age: age("age"),
  people: amount("person-years", "person_years"),
});

/** Published age-standardised death rates by cause, with limits. */
export const deathRatesByCause = schema({
  period: period("year"),
  sex: sex("sex", { all: "all", female: "female", male: "male" }),
  cause: label("cause"),
  value: figure("rate", "rate", { marks: { "": "not available" } }),
  lower: figure("limit", "lower", { marks: { "": "not available" } }),
  upper: figure("limit", "upper", { marks: { "": "not available" } }),
});

/** Drug-related deaths registered in a year. */
export const drugDeaths = schema({
  area: area("area"),
  level: label("level"),
  period: period("year"),
  deaths: count("deaths", { marks: { "": "not available" } }),
});

/** Published age-standardised rates of drug-related deaths. */
export const drugDeathRates = schema({
  area: area("area"),
  level: label("level"),
  period: period("period"),
  value: figure("rate", "rate", { marks: { "": "not available" } }),
  lower: figure("limit", "lower", { marks: { "": "not available" } }),
  upper: figure("limit", "upper", { marks: { "": "not available" } }),
});

/** Published life expectancy at exact ages, with limits. */
export const publishedLifeExpectancy = schema({
  area: area("area"),
  level: label("level"),
  period: period("period"),
  sex: sex("sex"),
  exactAge: label("age"),
  value: figure("expectancy", "expectancy"),
  lower: figure("limit", "lower", { marks: { "": "not available" } }),
  upper: figure("limit", "upper", { marks: { "": "not available" } }),
});
