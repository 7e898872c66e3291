import { type Issue, parseAge } from "@popneeds/core";
import { agesAcross, area, count, countAcross, period, sex } from "../../field.ts";
import { headerFault } from "../../header-fault.ts";
import { agesThatDoNotSum } from "../../published/ages-that-do-not-sum.ts";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import { inOneTable } from "../../published/in-one-table.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";
import { schema } from "../../schema.ts";
import { byLevel, levelsThatDoNotSum, scotland } from "./area-levels.ts";
import { recordsOfScotland } from "./records-of-scotland.ts";

const thousands = { thousands: "," } as const;
const sexes = { Male: "male", Female: "female" } as const;
const keys = {
  area: area("Code", { totals: [scotland] }),
  sex: sex("Sex", sexes, { totals: ["Persons"] }),
  period: period("Year"),
};
const entryName = /Population-(\d{4})-(Male|Female|Persons?)s?\.csv$/i;

/** People projected by council or health board, sex, year and single year of age. */
export const projectedPopulationOfAreas = schema({ ...keys, age: agesAcross(), people: countAcross(thousands) });

/**
 * Sub-national population projections of National Records of Scotland, the detailed files: a zip archive with a CSV for each year
 * and sex, `Population-2018-Male.csv`, with the columns `Area, Code, All Ages, 0 … 90 and over`.
 *
 * Year and sex stand in the names of the files only. Councils and health boards are parts of their own; Scotland and persons are held
 * apart. Sums that do not hold, and years that lack a sex, are warnings. No file of this format could be had: it is read as
 * public code that read the projections of 2014 describes it.
 */
export const areaProjectionReader: Reader = {
  ...recordsOfScotland,
  name: "nrs-population-projection-areas",
  title: "Sub-national population projections by single year of age",
  evidence: "projected",
  encodings: ["utf-8", "windows-1252"],
  recognise(file) {
    const fit = file.entries.filter((entry) => entryName.test(entry.name) && isHeader(headerOf(entry)));
    if (file.kind !== "archive" || fit.length === 0) return null;
    const [first] = fit;
    return `it holds ${fit.length} ${fit.length === 1 ? "file" : "files"} such as ${first!.name.split(", ").at(-1)}, with the columns Area, Code and All Ages`;
  },
  parts(file) {
    const found = file.entries.filter(({ name }) => entryName.test(name));
    if (found.length === 0) throw noEntry(file);
    const left = file.entries.filter(({ name }) => !entryName.test(name));
    const tables = found.map(tableOf);
    const whole = inOneTable(tables, file.name);
    const ages = whole.header.filter((text) => parseAge(text));
    const columns = ["All Ages", ...ages];
    const cells = onlyColumns(whole, ["Code", "Sex", "Year", ...columns]);
    const years = [...new Set(cells.rows.map((row) => row[2]!))];
    const issues = [
      ...notRead(file, left),
      ...codePutIn(file.name, tables),
      ...cells.issues,
      ...sexesMissing(file.name, cells),
      ...tables.flatMap((table) => agesThatDoNotSum(table, "All Ages")),
      ...years.flatMap((year) => sumsOfYear(ofYear(cells, year), columns)),
    ];
    return [
      ...byLevel({
        name: "",
        cells: { ...withoutColumns(cells, (text) => text === "All Ages"), issues },
        schema: projectedPopulationOfAreas,
      }),
      ...byLevel({
        name: "all ages",
        cells: { ...withoutColumns(cells, (text) => ages.includes(text)), issues: [] },
        schema: schema({ ...keys, people: count("All Ages", thousands) }),
      }),
    ];
  },
};

function isHeader(cells: readonly string[]): boolean {
  return ["Area", "Code", "All Ages"].every((text) => cells.includes(text));
}

/** One file of the archive, each row with the sex and the year of its name; the row of Scotland with its code. */
function tableOf(entry: RawFile): RawTable & { readonly uncoded: boolean } {
  const [, year, said] = entryName.exec(entry.name) as unknown as [string, string, string];
  const sex = /^person/i.test(said) ? "Persons" : /^female/i.test(said) ? "Female" : "Male";
  const read = csvTable(entry);
  const [areaAt, codeAt] = [read.header.indexOf("Area"), read.header.indexOf("Code")];
  const isUncoded = (row: readonly string[]) =>
    (row[codeAt] ?? "").trim() === "" && /^scotland$/i.test((row[areaAt] ?? "").trim());
  return {
    ...read,
    uncoded: read.rows.some(isUncoded),
    header: [...read.header, "Sex", "Year"],
    rows: read.rows.map((row) => [
      ...(isUncoded(row) ? row.map((cell, at) => (at === codeAt ? scotland : cell)) : row),
      sex,
      year,
    ]),
  };
}

/** One note for all files in which Scotland has no code. */
function codePutIn(file: string, tables: readonly { readonly uncoded: boolean }[]): readonly Issue[] {
  const times = tables.filter(({ uncoded }) => uncoded).length;
  if (times === 0) return [];
  return [
    {
      code: "code-put-in",
      severity: "note",
      file,
      message: `Scotland has no code in ${times} ${times === 1 ? "file" : "files"}; it is given ${scotland}`,
      fix: "Nothing to do.",
    },
  ];
}

/** What must add up within a year: the sexes to persons, the areas to Scotland. */
function sumsOfYear(table: RawTable, columns: readonly string[]): readonly Issue[] {
  return [
    ...totalsThatDoNotSum(table, {
      columns,
      isTotal: (row) => row[1] === "Persons",
      together: (row) => row[0]!,
      message: "males and females do not add up to persons",
    }),
    ...levelsThatDoNotSum(table, columns),
  ];
}

function ofYear(table: RawTable, year: string): RawTable {
  const kept = table.rows.flatMap((row, i) => (row[2] === year ? [i] : []));
  return {
    file: `${table.file}, ${year}`,
    header: table.header,
    rows: kept.map((i) => table.rows[i]!),
    lines: kept.map((i) => table.lines[i]!),
    issues: [],
  };
}

/** Years that lack a sex that another year has, and years missing between the first and the last. */
function sexesMissing(file: string, { rows }: RawTable): readonly Issue[] {
  const there = new Set(rows.map((row) => `${row[2]} ${row[1]}`));
  const kinds = [...new Set(rows.map((row) => row[1]!))];
  const years = [...new Set(rows.map((row) => Number(row[2])))].sort((a, b) => a - b);
  const all = Array.from({ length: (years.at(-1) ?? 0) - (years[0] ?? 1) + 1 }, (_, i) => years[0]! + i);
  const missing = all.flatMap((year) =>
    kinds.flatMap((kind) => (there.has(`${year} ${kind}`) ? [] : [`${kind} of ${year}`])),
  );
  if (missing.length === 0) return [];
  return [
    {
      code: "files-missing",
      severity: "warning",
      file,
      message: `the archive has nothing for ${missing.slice(0, 3).join(", ")}${missing.length > 3 ? ` and ${missing.length - 3} more` : ""}`,
      fix: "Download the archive again; a file was lost.",
    },
  ];
}

function notRead({ name }: RawFile, left: readonly RawFile[]): readonly Issue[] {
  if (left.length === 0) return [];
  const names = left.map((entry) => entry.name.split(", ").at(-1));
  return [
    {
      code: "entry-not-read",
      severity: "note",
      file: name,
      message: `the archive also holds ${names.join(", ")}; not read`,
      fix: "Nothing to do where they are notes.",
    },
  ];
}

function noEntry({ name }: RawFile) {
  return headerFault(
    "missing-header",
    "the archive holds no file named like Population-2018-Male.csv",
    "Give the zip archive as it was published; its files are named by year and sex.",
    name,
  );
}
