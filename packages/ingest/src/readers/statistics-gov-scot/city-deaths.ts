import type { Period } from "@popneeds/core";
import { area, category, count, period, sex } from "../../field.ts";
import { withoutColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { sexesThatDoNotSum } from "../../published/sexes-that-do-not-sum.ts";
import { schema } from "../../schema.ts";

const columns = ["year", "yearType", "zone", "age", "gender", "cause", "measure", "value"];
const totals = { totals: ["All"] };

/** Deaths by data zone, in calendar years or in years from July to June. */
const fields = {
  area: area("zone"),
  sex: sex("gender", { Female: "female", Male: "male" }, totals),
  age: category("age", totals),
  cause: category("cause", totals),
  deaths: count("value"),
};

const kinds = [
  { yearType: "Calendar Year", name: "calendar years", field: period("year") },
  { yearType: "Mid-Previous To Mid-Specified Year", name: "years to mid-year", field: period("year", toMidYear) },
];

/**
 * Deaths by data zone as the City of Edinburgh Council re-exports them from statistics.gov.scot.
 *
 * The file gives the same deaths twice: by calendar year, and by year from 1 July to 30 June, each a part of its own. `All` is a
 * total. The codes are those of data zones of 2001. Some zones and years have no row for a sex, or none for both together; others
 * have a row with 0, so that a row that is not there is not taken for 0.
 */
export const cityDeathsReader: Reader = {
  name: "statistics-gov-scot-city-deaths",
  title: "Deaths by data zone, re-exported from statistics.gov.scot",
  publisher: "National Records of Scotland, by way of statistics.gov.scot and the City of Edinburgh Council",
  licence: "Open Government Licence v2.0",
  evidence: "observed",
  recognise(file) {
    return headerOf(file).join() === columns.join() ? `its header is ${columns.join(", ")}` : null;
  },
  parts(file) {
    const cells = csvTable(file);
    const [typeAt, measureAt] = [cells.header.indexOf("yearType"), cells.header.indexOf("measure")];
    const isOf = (row: readonly string[], yearType: string) =>
      row[typeAt]?.trim() === yearType && row[measureAt]?.trim() === "Count";
    const rest = cells.rows.flatMap((row, i) =>
      kinds.some((kind) => isOf(row, kind.yearType)) ? [] : [cells.lines[i]!],
    );
    const strange = saidOnce(
      {
        code: "unexpected-value",
        severity: "error",
        file: cells.file,
        fix: "Correct the rows; if the publisher added a kind of year or of figure, the reader must learn it.",
      },
      rest,
      (rows) =>
        `${rows} left out: yearType must be one of ${kinds.map((kind) => kind.yearType).join(", ")}, and measure Count`,
    );
    return kinds.map(({ yearType, name, field }, i) => {
      const own = withoutColumns(
        rowsWhere(cells, (row) => isOf(row, yearType)),
        (text) => text === "yearType" || text === "measure",
      );
      const sums = sexesThatDoNotSum(own, { sex: "gender", value: "value", all: "All", each: ["Female", "Male"] });
      return {
        name,
        cells: { ...own, issues: [...(i === 0 ? [...cells.issues, ...strange] : []), ...sums] },
        schema: schema({ period: field, ...fields }),
      };
    });
  },
};

function rowsWhere(table: RawTable, wanted: (row: readonly string[]) => boolean): RawTable {
  const kept = table.rows.flatMap((row, i) => (wanted(row) ? [i] : []));
  return { ...table, rows: kept.map((i) => table.rows[i]!), lines: kept.map((i) => table.lines[i]!), issues: [] };
}

/** The year that ends on 30 June of the year printed. */
function toMidYear(text: string): Period | null {
  if (!/^[1-9]\d{3}$/.test(text)) return null;
  const year = Number(text);
  return { label: `mid-${year - 1} to mid-${year}`, start: `${year - 1}-07-01`, end: `${year}-06-30` };
}
