import { midYearPopulationReader } from "../../../src/readers/national-records-of-scotland/mid-year-population.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, changed } from "./a-workbook.ts";
import { table1, table4, table5, table7, table8, table9, table10 } from "./mid-year-sample.ts";

for (const [name, sheet] of Object.entries({ table1, table4, table5, table7, table8, table9, table10 }))
  describeSturdiness(
    midYearPopulationReader,
    `${name}.xlsx`,
    () => aWorkbook({ Sheet: sheet }),
    (change) => aWorkbook({ Sheet: changed(sheet, change) }),
  );
