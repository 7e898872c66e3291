import type { Issue, Period } from "@popneeds/core";
import { age, constant, count, sex } from "../../field.ts";
import { columnsThatDoNotAddUp } from "../../published/columns-that-do-not-add-up.ts";
import type { Grid } from "../../published/grids-of.ts";
import { longer } from "../../published/longer.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { withoutNotes } from "../../published/without-notes.ts";
import { schema } from "../../schema.ts";
import { missingHeader } from "./missing-header.ts";

const header = ["Age", "Persons", "Males", "Females"];
const figures = header.slice(1);

/** People of the country by sex and age. */
export const midYearPopulationOfCountry = schema({
  sex: sex("Sex", { Males: "male", Females: "female" }, { totals: ["Persons"] }),
  age: age("Age", { totals: ["All ages"] }),
  period: constant<Period>({ label: "", start: "", end: "" }),
  people: count("People", { thousands: "," }),
});

/**
 * The parts of the table of the whole country: ages stand in columns side by side, and bands of five years among the single
 * years that they are the sums of. Single years, with all ages, are one table, bands another; that they agree is checked.
 * The summaries below (under 16, working age …) overlap, can be counted from the single years, and are not read.
 */
export function midYearScotland(grid: Grid, name: string, when: Period, before: readonly Issue[]): readonly Part[] {
  const table = side(grid);
  const isBand = (text: string) => /^\d+ ?- ?\d+$/.test(text);
  const kept = (wanted: (age: string) => boolean): RawTable => {
    const at = table.rows.flatMap(([text], i) => (wanted(text!) ? [i] : []));
    return { ...table, rows: at.map((i) => table.rows[i]!), lines: at.map((i) => table.lines[i]!), issues: [] };
  };
  const single = kept((text) => !isBand(text));
  const bands = kept(isBand);
  const sum = (
    cells: RawTable,
    message: string,
    isTotal: (text: string) => boolean,
    together: (text: string) => string,
  ) =>
    totalsThatDoNotSum(cells, {
      columns: figures,
      isTotal: ([text]) => isTotal(text!),
      together: ([text]) => together(text!),
      message,
    });
  const issues = [
    ...before,
    ...table.issues,
    ...columnsThatDoNotAddUp(table, { plus: ["Males", "Females"], give: "Persons" }),
    ...sum(
      single,
      "the ages do not add up to all ages",
      (text) => text === "All ages",
      () => "",
    ),
    ...sum(
      kept((text) => /^\d/.test(text) && !/over|\+/.test(text)),
      "the single years do not add up to the band",
      isBand,
      (text) => String(Math.floor(Number.parseInt(text, 10) / 5)),
    ),
  ];
  const long = (cells: RawTable): RawTable =>
    longer(cells, { across: (text) => figures.includes(text), names: "Sex", values: "People" });
  const of = schema({ ...midYearPopulationOfCountry.fields, period: constant(when) });
  return [
    { name, cells: { ...long(single), issues }, schema: of },
    { name: `${name}, bands`, cells: { ...long(bands), issues: [] }, schema: of },
  ];
}

/** The columns side by side as one table; rows below the ages, and figures without an age, are said. */
function side({ file, rows, lineOf }: Grid): RawTable {
  const at = rows.findIndex(([first]) => first?.trim() === "Age");
  if (at === -1) throw missingHeader(file, "Age");
  const end = rows.findIndex((row, i) => i > at && row.some((cell) => cell.trim() === "Age group summaries"));
  const last = end === -1 ? rows.length : end;
  const starts = (rows[at] ?? []).flatMap((cell, column) => (cell.trim() === "Age" ? [column] : []));
  const found: string[][] = [];
  const lines: number[] = [];
  const ageless: number[] = [];
  for (const start of starts)
    for (let i = at + 1; i < last; i++) {
      const [text = "", ...people] = header.map((_, k) => rows[i]![start + k]?.trim() ?? "");
      if (text === "" && people.every((cell) => cell === "" || cell === "0")) continue;
      if (text !== "" && people.every((cell) => cell === "")) continue;
      if (text === "") {
        ageless.push(i);
        continue;
      }
      found.push([withoutNotes(text.replace("&", "and")).text, ...people]);
      lines.push(lineOf(i));
    }
  const strays = rows.flatMap((row, i) => (i < at && row.some((cell) => /^\d+$/.test(cell.trim())) ? [i] : []));
  const issues = saidOnce(
    {
      code: "row-not-understood",
      severity: "error",
      file,
      fix: "Compare the rows with the publisher's file.",
    },
    [...ageless, ...strays].map(lineOf),
    (count) => `${count} left out: with figures and without an age, or above the header`,
  );
  return { file, header, rows: found, lines, issues: [...issues, ...summaries({ file, rows, lineOf }, end)] };
}

function summaries({ file, rows, lineOf }: Pick<Grid, "file" | "rows" | "lineOf">, at: number): readonly Issue[] {
  if (at === -1) return [];
  const below = rows.slice(at).filter((row) => row.some((cell) => /^\d+$/.test(cell.trim()))).length;
  return [
    {
      code: "rows-not-read",
      severity: "note",
      file,
      line: lineOf(at),
      message: `${below === 1 ? "a row" : `${below} rows`} of age group summaries not read: the groups overlap`,
      fix: "Count them from the single years of age.",
    },
  ];
}
