import { midYearPopulationReader } from "../../../src/readers/national-records-of-scotland/mid-year-population.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, changed, csv } from "./a-workbook.ts";
import { table2 } from "./mid-year-sample.ts";

describeSturdiness(midYearPopulationReader, "table2.csv", () => csv(table2()).replace("©", "(c)"));
describeSturdiness(
  midYearPopulationReader,
  "table2.xlsx",
  () => aWorkbook({ Sheet: table2() }),
  (change) => aWorkbook({ Sheet: changed(table2(), change) }),
);
