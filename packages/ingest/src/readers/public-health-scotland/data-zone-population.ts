import type { Issue } from "@popneeds/core";
import { agesAcross, area, count, countAcross, sex } from "../../field.ts";
import { agesThatDoNotSum } from "../../published/ages-that-do-not-sum.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";

const sexes = sex("sex", { Female: "female", Male: "male" }, { totals: ["All"] });

/** People by data zone, sex and single year of age, of one year that the file does not say. */
export const dataZonePopulation = schema({
  area: area("dz11_code"),
  sex: sexes,
  age: agesAcross(),
  people: countAcross(),
});

const allAges = schema({ area: area("dz11_code"), sex: sexes, people: count("total_population") });

/**
 * Public Health Scotland's population of data zones, as re-saved with renamed columns for one year.
 *
 * The file does not say of which year it is, and no period is made up: a note says so. `All` and `total_population` are held
 * apart; a row whose ages do not sum to `total_population` is used with a warning.
 */
export const dataZonePopulationReader: Reader = {
  name: "phs-data-zone-population",
  title: "Population of data zones by single year of age, with renamed columns",
  publisher: "Public Health Scotland",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    return headerOf(file).join(",").startsWith("dz11_code,total_population,sex,0,1,2,")
      ? "its header begins dz11_code, total_population, sex and goes on with a column for each age"
      : null;
  },
  parts(file) {
    const cells = csvTable(file);
    const sums = onlyColumns(cells, ["dz11_code", "sex", "total_population"]);
    return [
      {
        name: "",
        cells: {
          ...withoutColumns(cells, (header) => header === "total_population"),
          issues: [...cells.issues, ...agesThatDoNotSum(cells, "total_population"), withoutYear(file.name)],
        },
        schema: dataZonePopulation,
      },
      { name: "all ages", cells: { ...sums, issues: [] }, schema: allAges },
    ];
  },
};

function withoutYear(file: string): Issue {
  return {
    code: "no-period",
    severity: "note",
    file,
    message: "the file does not say of which year its figures are",
    fix: 'Take the year from where the file was found, and add it: withKey(people, "period", calendarYears(2020)).',
  };
}
