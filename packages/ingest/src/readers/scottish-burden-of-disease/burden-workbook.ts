import type { Issue } from "@popneeds/core";
import { age, amount, category, figure, type KeyField, label, type MeasureField, period, sex } from "../../field.ts";
import type { RawFile } from "../../published/raw-file.ts";
import { type RawTable, rawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";
import { sheetsNotRead } from "../../published/sheets-not-read.ts";
import type { Sheet } from "../../published/workbook.ts";
import { schema } from "../../schema.ts";
import { allAges, burdenLicence, burdenPublisher, sexes, sexTotals } from "./words.ts";

const types = [
  { abbreviation: "DALY", name: "disabilityAdjustedLifeYears" },
  { abbreviation: "YLL", name: "yearsOfLifeLost" },
  { abbreviation: "YLD", name: "yearsLivedWithDisability" },
] as const;
const marks = { "": "not available", "-": "not available", "*": "suppressed" } as const;

/**
 * The workbook of the Scottish Burden of Disease: a table on each sheet whose header has columns for DALY, YLL and YLD, below a
 * title and above notes.
 *
 * The rows end at the first that has no figure in any of the three; rows with figures below that, or above the header, are an
 * error. Columns headed by a rate are rates. That YLL and YLD add up to DALY is checked in every row. Every other column is a
 * key, in the words of the sheet.
 *
 * No real file could be had: the shape is that of its description, and it was tried on files of our own only.
 */
export const burdenWorkbookReader: Reader = {
  name: "scottish-burden-of-disease-workbook",
  title: "Scottish Burden of Disease",
  publisher: burdenPublisher,
  licence: burdenLicence,
  evidence: "modelled",
  recognise({ kind, sheets }) {
    const sheet = kind === "workbook" ? sheets.find((one) => headerRow(one) !== -1) : undefined;
    return sheet
      ? `row ${headerRow(sheet) + 1} of its sheet "${sheet.name}" is a header with a cause and DALY, YLL, YLD`
      : null;
  },
  parts(file) {
    const read = file.sheets.filter((sheet) => headerRow(sheet) !== -1);
    const rest = sheetsNotRead(
      file,
      read.map(({ name }) => name),
    );
    return read.map((sheet, i) => partOf(file, sheet, i === 0 ? rest : []));
  },
};

function partOf(file: RawFile, sheet: Sheet, before: readonly Issue[]): Part {
  const at = headerRow(sheet);
  const header = sheet.rows[at]!.map((cell) => cell.trim());
  const measured = header.flatMap((text, column) => (typeOf(text) ? [column] : []));
  const hasFigure = (row: readonly string[]) => measured.some((column) => /\d/.test(row[column] ?? ""));
  const below = sheet.rows.findIndex((row, i) => i > at && !hasFigure(row));
  const end = below === -1 ? sheet.rows.length : below;
  const name = `${file.name}, sheet "${sheet.name}"`;
  const cells = rawTable(sheet.rows, name, { header: at, end, short: "filled" });
  const strays = sheet.rows.flatMap((row, i) => ((i < at || i >= end) && hasFigure(row) ? [i + 1] : []));
  return {
    name: sheet.name,
    cells: { ...cells, issues: [...before, ...cells.issues, ...outsideTable(name, strays), ...doNotSum(cells)] },
    schema: schema({ ...keysOf(header), ...measuresOf(header) }),
  };
}

/** The row of a sheet that is a header with a cause and the three types of years; -1 when none is. */
function headerRow({ rows }: Sheet): number {
  return rows
    .slice(0, 40)
    .findIndex(
      (row) =>
        row.some((cell) => /cause|disease|condition/i.test(cell) && !typeOf(cell)) &&
        types.every(({ abbreviation }) => row.some((cell) => typeOf(cell)?.abbreviation === abbreviation)),
    );
}

function typeOf(header: string): (typeof types)[number] | undefined {
  return types.find(({ abbreviation }) => new RegExp(`\\b${abbreviation}s?\\b`, "i").test(header));
}

const isRate = (header: string) => /\brates?\b|per 100,?000/i.test(header);

function measuresOf(header: readonly string[]): Readonly<Record<string, MeasureField>> {
  return Object.fromEntries(
    header.flatMap((text): [string, MeasureField][] => {
      const type = typeOf(text);
      if (!type) return [];
      return [
        isRate(text)
          ? [`${type.name}Rate`, figure("rate", text, { marks, thousands: "," })]
          : [type.name, amount("years", text, { marks, thousands: "," })],
      ];
    }),
  );
}

function keysOf(header: readonly string[]): Readonly<Record<string, KeyField>> {
  const keys: Record<string, KeyField> = {};
  for (const text of header) {
    if (text === "" || typeOf(text)) continue;
    if (/^(sex|gender)$/i.test(text)) keys["sex"] = sex(text, sexes, { totals: sexTotals });
    else if (/^age/i.test(text)) keys["age"] = age(text, { totals: allAges });
    else if (/^(year|period)$/i.test(text)) keys["period"] = period(text);
    else if (/^(area|location|geography)( name)?$/i.test(text)) keys["areaName"] = label(text);
    else if (/cause|disease|condition/i.test(text) && !Object.hasOwn(keys, "cause")) keys["cause"] = category(text);
    else keys[inCamelCase(text)] = label(text);
  }
  return keys;
}

function inCamelCase(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
  return plain.replaceAll(/ ([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function outsideTable(file: string, lines: readonly number[]): readonly Issue[] {
  return saidOnce(
    {
      code: "row-not-understood",
      severity: "error",
      file,
      fix: "Compare the rows with the publisher's file; if the layout has changed, the reader must learn it.",
    },
    lines,
    (rows) => `${rows} left out: with figures, and above or below the table`,
  );
}

function doNotSum({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const at = types.map((type) => header.findIndex((text) => typeOf(text) === type && !isRate(text)));
  if (at.includes(-1)) return [];
  const wrong = rows.flatMap((row, i) => {
    const cells = at.map((column) => row[column]!.trim().replaceAll(",", ""));
    const [sum, lost, lived] = cells.map((text) => (text === "" ? Number.NaN : Number(text)));
    const unit = Math.min(...cells.map((text) => 10 ** -(text.split(".")[1] ?? "").length));
    return Math.abs(sum! - lost! - lived!) > 1.5000001 * unit ? [lines[i]!] : [];
  });
  return saidOnce(
    {
      code: "types-do-not-sum",
      severity: "warning",
      file,
      fix: "Compare the rows with the publisher's file.",
    },
    wrong,
    (count) => `YLL and YLD do not add up to DALY in ${count}`,
  );
}
