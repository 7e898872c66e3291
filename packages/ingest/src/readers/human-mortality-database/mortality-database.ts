import { type Issue, parsePeriod } from "@popneeds/core";
import { age, amount, constant, figure, type MeasureField, period, sex } from "../../field.ts";
import { headerFault } from "../../header-fault.ts";
import { wrongNumberOfCells } from "../../parse-csv.ts";
import { longer } from "../../published/longer.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { type Fields, schema } from "../../schema.ts";

const banner = /^\s*([^,]+),\s*(.+?),?\s+Last modified:\s*([^;]+);\s*Methods Protocol:\s*(.+?)\s*$/i;
const marks = { marks: { ".": "not available" } } as const;

/** What each kind of file measures, by the words of its first line. */
const kinds: readonly (readonly [RegExp, string, (header: string) => MeasureField])[] = [
  [/death rates/i, "rate", (header) => figure("rate", header, marks)],
  [/^deaths/i, "deaths", (header) => amount("count", header, marks)],
  [/exposure/i, "people", (header) => amount("person-years", header, marks)],
  [/^population/i, "people", (header) => amount("count", header, marks)],
];

/**
 * The Human Mortality Database's text files: a first line that names the country, the quantity and when it was last changed, a blank
 * line, a header, and columns set out by blanks: death rates, deaths, exposures and population sizes by `Year Age Female Male Total`,
 * and period life tables by `Year Age mx qx ax lx dx Lx Tx ex`.
 *
 * Rates are deaths a person-year, not per 100,000; deaths and populations may have fractions, as the database shares out unknown ages. `110+` is
 * the open age; `.` is not available. Totals are held apart, and deaths, exposures and populations in which females and males do not add up to them within
 * their printed decimals are a warning. Only a file of death rates in single years could be had; the other kinds are as the database documents them.
 */
export const mortalityDatabaseReader: Reader = {
  name: "human-mortality-database",
  title: "Mortality by year and age",
  publisher: "Human Mortality Database",
  licence: "CC BY 4.0",
  evidence: "published",
  recognise({ kind, head }) {
    const first = kind === "text" ? banner.exec(head[0] ?? "") : null;
    const header = head.slice(1, 6).find((line) => line.trim() !== "");
    if (!first || !header || !/^\s*Year\s+Age\s/.test(header)) return null;
    return `its first line is that of the Human Mortality Database: ${first[1]}, ${first[2]!.trim()}`;
  },
  edition({ head }) {
    const found = banner.exec(head[0] ?? "");
    return found ? `last modified ${found[3]!.trim()}` : null;
  },
  parts(file) {
    const [, country = "", what = ""] = banner.exec(file.head[0] ?? "") ?? [];
    if (country === "")
      throw headerFault(
        "no-first-line",
        "the first line does not name the country, the quantity and when it was last modified",
        "Download the file again: it begins with such a line.",
        file.name,
      );
    const cells = table(file);
    const keys = { areaName: constant(country.trim()), period: period("Year", years), age: age("Age") };
    if (cells.header.includes("ex"))
      return [{ name: "", cells, schema: schema({ ...keys, ...sexOf(what), ...lifeTable }) }];
    const kind = kinds.find(([words]) => words.test(what));
    if (!kind)
      throw headerFault(
        "unknown-quantity",
        `the first line names a quantity that the reader does not know: ${what}`,
        "Deaths, death rates, exposures, population sizes and life tables are read.",
        file.name,
      );
    const [, measure, of] = kind;
    const long = longer(cells, { across: (text) => /^(Female|Male|Total)$/.test(text), names: "Sex", values: measure });
    const fields: Fields = {
      ...keys,
      sex: sex("Sex", { Female: "female", Male: "male" }, { totals: ["Total"] }),
      [measure]: of(measure),
    };
    const sums = measure === "rate" ? totalsOutside(cells) : totalsNotTheSum(cells);
    return [{ name: "", cells: { ...long, issues: [...long.issues, ...sums] }, schema: schema(fields) }];
  },
};

const lifeTable = {
  deathRate: figure("rate", "mx", marks),
  probability: figure("ratio", "qx", marks),
  yearsLivedByTheDying: figure("score", "ax", marks),
  survivors: figure("score", "lx", marks),
  deaths: figure("score", "dx", marks),
  yearsLived: figure("score", "Lx", marks),
  yearsToCome: figure("score", "Tx", marks),
  expectancy: figure("expectancy", "ex", marks),
} satisfies Fields;

function sexOf(what: string): Fields {
  if (/female/i.test(what)) return { sex: constant("female") };
  return /male/i.test(what) ? { sex: constant("male") } : {};
}

/** `1855`, or a run of years; a population on 1 January before and after a change of territory, `1959-` and `1959+`, is not one year's. */
function years(text: string) {
  return /^\d{4}([-–]\d{4})?$/.test(text) ? parsePeriod(text) : null;
}

function table({ text, name }: RawFile): RawTable {
  const all = text.split(/\r\r\n|\r\n|\n|\r/);
  const at = all.findIndex((line) => /^\s*Year\s+Age\s/.test(line));
  const header = at === -1 ? [] : all[at]!.trim().split(/\s+/);
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const issues: Issue[] = [];
  for (const [i, line] of all.entries()) {
    if (i === at || line.trim() === "" || banner.test(line)) continue;
    const row = line.trim().split(/\s+/);
    if (i < at) issues.push(above(name, i + 1, line));
    else if (row.length === header.length) {
      rows.push(row);
      lines.push(i + 1);
    } else issues.push(wrongNumberOfCells(row, header.length, name, i + 1, " "));
  }
  return { file: name, header, rows, lines, issues };
}

function above(file: string, line: number, found: string): Issue {
  return {
    code: "row-not-understood",
    severity: "error",
    file,
    line,
    found: found.trim().slice(0, 80),
    message: "the line stands above the header, and is not the first line of such a file",
    fix: "Download the file again: its lines were moved.",
  };
}

function totalsNotTheSum({ file, header, rows, lines }: RawTable): readonly Issue[] {
  return wrong(
    file,
    header,
    rows,
    lines,
    ([female, male, total]) => Math.abs(female! + male! - total!) > 0.015001,
    "are not the sum of females and males",
  );
}

function totalsOutside({ file, header, rows, lines }: RawTable): readonly Issue[] {
  return wrong(
    file,
    header,
    rows,
    lines,
    ([female, male, total]) => total! < Math.min(female!, male!) - 1.5e-6 || total! > Math.max(female!, male!) + 1.5e-6,
    "do not lie between females and males",
  );
}

function wrong(
  file: string,
  header: readonly string[],
  rows: RawTable["rows"],
  lines: RawTable["lines"],
  isWrong: (figures: readonly number[]) => boolean,
  what: string,
): readonly Issue[] {
  const at = ["Female", "Male", "Total"].map((text) => header.indexOf(text));
  return saidOnce(
    {
      code: "totals-do-not-hold",
      severity: "warning",
      file,
      column: "Total",
      fix: "Compare the rows with the database's file.",
    },
    rows.flatMap((row, i) => (isWrong(at.map((column) => Number(row[column]))) ? [lines[i]!] : [])),
    (count) => `the totals ${what} in ${count}`,
  );
}
