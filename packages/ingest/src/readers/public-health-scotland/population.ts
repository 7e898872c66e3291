import { agesAcross, area, count, countAcross, period, sex } from "../../field.ts";
import { agesThatDoNotSum } from "../../published/ages-that-do-not-sum.ts";
import { onlyColumns, renamedColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";

const all = { totals: ["All"] };
const sexes = { Female: "female", Male: "male" } as const;

/** People by area, year, sex and single year of age, as Public Health Scotland publishes estimates and projections. */
export const phsPopulation = schema({
  area: area("Area", { totals: ["S92000003"] }),
  period: period("Year"),
  sex: sex("Sex", sexes, all),
  age: agesAcross(),
  people: countAcross(),
});

const allAges = schema({
  area: area("Area", { totals: ["S92000003"] }),
  period: period("Year"),
  sex: sex("Sex", sexes, all),
  people: count("AllAges"),
});

/** What the column of areas may be headed: council, partnership, board, zones, country. */
const areas = ["CA", "HSCP", "HB", "HB1995", "IntZone", "DataZone", "Country"];
const beginning = new RegExp(`^(?:_id,)?Year,(${areas.join("|")}),(?:\\1QF,)?Sex,(?:SexQF,)?AllAges,Age0,`);

/**
 * Public Health Scotland's estimates and projections of population: a row for each area, year and sex, ages across.
 *
 * The country stands among councils, partnerships and boards, `All` among the sexes, and `AllAges` before the ages: each is held
 * apart. A row whose ages do not sum to `AllAges` is used with a warning. The file does not say whether it is an estimate:
 * it is taken for a projection unless its name has `est` and not `proj`.
 */
export const phsPopulationReader: Reader = {
  name: "phs-population",
  title: "Population by single year of age",
  publisher: "Public Health Scotland",
  licence: "Open Government Licence v3.0",
  evidence: "projected",
  recognise(file) {
    const found = beginning.exec(headerOf(file).join(","));
    return found ? `its header begins Year, ${found[1]}, Sex, AllAges and goes on with a column for each age` : null;
  },
  parts(file) {
    const read = csvTable(file);
    const country = read.header.includes("Country") ? { area: area("Area") } : {};
    const cells = renamedColumns(read, Object.fromEntries(areas.map((text) => [text, "Area"])));
    const ages = withoutColumns(cells, (text) => text === "AllAges" || text === "_id" || text.endsWith("QF"));
    const sums = onlyColumns(cells, ["Area", "Year", "Sex", "AllAges"]);
    const evidence = /est/i.test(file.name) && !/proj/i.test(file.name) ? "published" : "projected";
    return [
      {
        name: "",
        cells: { ...ages, issues: [...cells.issues, ...agesThatDoNotSum(cells, "AllAges")] },
        schema: schema({ ...phsPopulation.fields, ...country }),
        evidence,
      },
      {
        name: "all ages",
        cells: { ...sums, issues: [] },
        schema: schema({ ...allAges.fields, ...country }),
        evidence,
      },
    ];
  },
};
