import { age, category, figure, type KeyField, label } from "../../field.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { limitsOutOfOrder } from "../../published/limits-out-of-order.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { type Fields, schema } from "../../schema.ts";
import { orderOfQuintiles } from "./order-of-quintiles.ts";

const results = ["age", "estimate", "ci_low", "ci_high", "ethnicity", "measure", "outcome"];
const rates = ["ses", "age", "rate", "CI_low", "CI_high", "ethnicity", "outcome"];
const missing = { marks: { NA: "not available" } } as const;
const groups = { ethnicity: category("ethnicity"), outcome: category("outcome") };

/** Slope and relative index of inequality in an outcome, by ethnic group and age, with limits. */
export const inequalityByEthnicity = schema({
  ...groups,
  measure: category("measure", { values: ["SII", "RII"] }),
  age: age("age"),
  value: figure("score", "estimate", missing),
  lower: figure("limit", "ci_low", missing),
  upper: figure("limit", "ci_high", missing),
});

/** The rates per 1,000 people from which these were computed, by quintile of deprivation as the file numbers it: 5 looks like the most deprived. */
export const ratesByEthnicityAndQuintile = schema({
  ...groups,
  quintile: category("ses", { totals: ["overall"] }),
  age: age("age"),
  value: figure("rate", "rate", missing),
  lower: figure("limit", "CI_low", missing),
  upper: figure("limit", "CI_high", missing),
});

/**
 * ScotPHO's slope and relative indices of inequality by ethnic group from the Census of 2011, and the rates by quintile that they were
 * computed from.
 *
 * The oldest age, printed `75`, is 75 and over: the bands before it end at 74. `0-64` overlaps the bands and is a table of its own, and so is `all`.
 * Limits are symmetrical, and may be below nought; a rate of 0 has none. A row in which all but the outcome is `NA` says nothing, and is
 * named in a note. Neither file says that the year is 2011. Values outside their limits are a warning,
 * and so are quintiles that are numbered the other way round than in the Scottish Index of Multiple Deprivation: they are left as they are.
 */
export const inequalityByEthnicityReader: Reader = {
  name: "scotpho-inequality-by-ethnicity",
  title: "Inequality in health by ethnic group and age",
  publisher: "ScotPHO, Public Health Scotland",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const header = headerOf(file).join();
    return header === results.join() || header === rates.join() ? `its header is ${header}` : null;
  },
  parts(file) {
    const read = csvTable(file);
    const says = (row: readonly string[]) => row.slice(0, 6).some((cell) => cell !== "NA");
    const cells = only(read, says);
    const isRates = cells.header.includes("ses");
    const of = (isRates ? ratesByEthnicityAndQuintile : inequalityByEthnicity).fields;
    const columns = isRates
      ? { value: "rate", lower: "CI_low", upper: "CI_high" }
      : { value: "estimate", lower: "ci_low", upper: "ci_high" };
    const at = cells.header.indexOf("age");
    const ages = only(cells, (row) => row[at] !== "all" && row[at] !== "0-64");
    return [
      {
        name: "bands of age",
        cells: {
          ...ages,
          rows: ages.rows.map((row) => row.map((cell, column) => (column === at && cell === "75" ? "75+" : cell))),
          issues: [
            ...cells.issues,
            ...withoutContent(only(read, (row) => !says(row))),
            ...limitsOutOfOrder(cells, columns),
            ...(isRates ? orderOfQuintiles(cells) : []),
            ...oldest(ages, at),
          ],
        },
        schema: schema(of),
      },
      part(
        "under 65",
        only(cells, (row) => row[at] === "0-64"),
        of,
        age("age"),
      ),
      part(
        "all ages",
        only(cells, (row) => row[at] === "all"),
        of,
        label("age"),
      ),
    ].filter(({ cells: { rows } }, i) => i === 0 || rows.length > 0);
  },
};

function part(name: string, cells: RawTable, of: Fields, ages: KeyField): Part {
  return { name, cells: { ...cells, issues: [] }, schema: schema({ ...of, age: ages }) };
}

function only(table: RawTable, wanted: (row: readonly string[]) => boolean): RawTable {
  const kept = table.rows.flatMap((row, i) => (wanted(row) ? [i] : []));
  return { ...table, rows: kept.map((i) => table.rows[i]!), lines: kept.map((i) => table.lines[i]!) };
}

function withoutContent({ file, lines }: RawTable) {
  return saidOnce(
    { code: "row-without-content", severity: "note", file, fix: "Nothing to do." },
    Array.from(lines),
    (count) => `${count} passed over: all cells but the last are NA`,
  );
}

function oldest({ file, rows }: RawTable, at: number) {
  const found = rows.filter((row) => row[at] === "75").length;
  if (found === 0) return [];
  const said = `${found.toLocaleString("en-GB")} ${found === 1 ? "row" : "rows"}`;
  return [
    {
      code: "open-age",
      severity: "note" as const,
      file,
      column: "age",
      message: `${said} of the age 75 read as 75 and over: the bands before end at 74`,
      fix: "Nothing to do.",
    },
  ];
}
