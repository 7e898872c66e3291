import { area, count, period } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** People by board and year. */
export const boardPopulation = schema({
  area: area("hb19_code"),
  period: period("year"),
  people: count("total_population"),
});

/** Public Health Scotland's population of boards, all ages, as re-saved with renamed columns. Codes are those of 2019. */
export const boardPopulationReader = openDataReader({
  name: "phs-board-population",
  title: "Population of boards by year, with renamed columns",
  forms: [boardPopulation],
});
