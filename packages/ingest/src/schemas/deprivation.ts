import { area, count, figure, label } from "../field.ts";
import { schema } from "../schema.ts";

/** The Scottish Index of Multiple Deprivation 2020v2: a row for each data zone; 1 is the most deprived group. */
export const deprivationIndex = schema({
  area: area("data_zone"),
  rank: label("rank"),
  decile: label("decile"),
  quintile: label("quintile"),
  people: count("population"),
  workingAge: count("working_age_population"),
  incomeDeprived: count("income_deprived", { marks: { "": "suppressed" } }),
  employmentDeprived: count("employment_deprived", { marks: { "": "suppressed" } }),
});

/** The standardised mortality ratio of each data zone, Scotland 100; blank where nobody lived. */
export const zoneMortality = schema({
  area: area("data_zone"),
  ratio: figure("ratio", "standardised_mortality_ratio", { marks: { "": "no population" } }),
});
