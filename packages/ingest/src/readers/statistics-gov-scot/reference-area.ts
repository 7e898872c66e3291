import type { Issue } from "@popneeds/core";
import { parseAge } from "@popneeds/core";
import { age, area, category, count, figure, label, period } from "../../field.ts";
import { parseRecords } from "../../parse-csv.ts";
import { onlyColumns } from "../../published/columns-of-table.ts";
import { longer } from "../../published/longer.ts";
import type { RawFile } from "../../published/raw-file.ts";
import { type RawTable, rawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { schema } from "../../schema.ts";
import { levelOfCode } from "./level-of-code.ts";
import { isKnownMeasurement, kindOfMeasurement } from "./measurement.ts";
import { periodOfCode } from "./period-of-code.ts";

const referenceArea = "http://purl.org/linked-data/sdmx/2009/dimension#refArea";
const marks = { "": "not available", "*": "suppressed", NA: "not available" } as const;
/** The words by which a total stands across. */
const totals = ["All", "All Ages", "All ages", "All People", "All people", "Persons", "Total"];

/**
 * The newer download of statistics.gov.scot: lines that say what the table holds, then a row for each area, named by its address,
 * with the values of one dimension across.
 *
 * What stands across is read as periods or ages where every header is one, else as a category. The lines above become notes,
 * since they say what every figure is of; a line `Measure type` or `Measurement` among them says whether it is counted, else
 * the figures are scores, which never add up. Each level of areas is a part.
 *
 * No real file could be had: the shape is that of code which reads such files, and it was tried on files of our own only.
 */
export const referenceAreaReader: Reader = {
  name: "statistics-gov-scot-reference-area",
  title: "Table of statistics.gov.scot",
  publisher: "Scottish Government, statistics.gov.scot",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  recognise(file) {
    const line = file.head.findIndex((text) => text.includes(referenceArea));
    return line === -1 ? null : `line ${line + 1} is a header with ${referenceArea}`;
  },
  parts(file) {
    const { table, above } = tableIn(file);
    const areaAt = table.header.indexOf(referenceArea);
    if (areaAt === -1) onlyColumns(table, [referenceArea]);
    const names = table.header.filter((text) => /^reference area$/i.test(text));
    const across = table.header.filter((text) => text !== referenceArea && !names.includes(text));
    const parted = across.filter((text) => !totals.includes(text));
    const measurement = above.find(([name]) => /^measure(ment| type)?$/i.test(name!))?.[1]?.trim() ?? "";
    const units = above.find(([name]) => /^units?( of measure)?$/i.test(name!))?.[1]?.trim() ?? "";
    const long = longer(
      { ...table, rows: table.rows.map((row) => row.map((cell, at) => (at === areaAt ? codeIn(cell) : cell))) },
      { across: (text) => across.includes(text), names: "across", values: "value" },
    );
    const [codeAt, valueAt] = [long.header.indexOf(referenceArea), long.header.indexOf("value")];
    const kind = kindOfMeasurement(
      measurement,
      units,
      long.rows.map((row) => row[valueAt]!.replaceAll(",", "")),
    );
    const all = (read: (text: string) => unknown) => parted.length > 0 && parted.every((text) => read(text));
    const key = all(periodOfCode)
      ? { period: period("across", periodOfCode) }
      : all(parseAge)
        ? { age: age("across", { totals }) }
        : { category: category("across", { totals }) };
    const options = { marks, thousands: "," } as const;
    const fields = {
      area: area(referenceArea),
      ...(names.length > 0 ? { areaName: label(names[0]!) } : {}),
      ...key,
      value: kind === "count" ? count("value", options) : figure(kind, "value", options),
    };
    const levels = [...new Set(long.rows.map((row) => levelOfCode(row[codeAt]!)))];
    return levels.map((level, i) => {
      const kept = long.rows.flatMap((row, at) => (levelOfCode(row[codeAt]!) === level ? [at] : []));
      return {
        name: level,
        cells: {
          ...long,
          rows: kept.map((at) => long.rows[at]!),
          lines: kept.map((at) => long.lines[at]!),
          issues: i === 0 ? [...table.issues, ...notes(file.name, above), ...unknownKind(file.name, measurement)] : [],
        },
        schema: schema(fields),
      };
    });
  },
};

function tableIn(file: RawFile): { readonly table: RawTable; readonly above: readonly (readonly string[])[] } {
  const { records, lineOf } = parseRecords(file.text, file.name);
  const header = Math.max(
    0,
    records.findIndex((record) => record.some((cell) => cell.trim() === referenceArea)),
  );
  return { table: rawTable(records, file.name, { header }, lineOf), above: records.slice(0, header) };
}

/** The code at the end of an area's address. */
function codeIn(cell: string): string {
  return cell.trim().replace(/^http:\/\/statistics\.gov\.scot\/id\/statistical-geography\//, "");
}

function notes(file: string, above: readonly (readonly string[])[]): readonly Issue[] {
  const said = above
    .map((cells) => cells.filter((cell) => cell.trim() !== "").join(": "))
    .filter((text) => text !== "");
  if (said.length === 0) return [];
  return [
    {
      code: "said-above-table",
      severity: "note",
      file,
      line: 1,
      message: `above the table stands: ${said.join("; ")}`,
      fix: "Nothing to do; it says what the figures are of.",
    },
  ];
}

function unknownKind(file: string, measurement: string): readonly Issue[] {
  if (isKnownMeasurement(measurement)) return [];
  return [
    {
      code: "kind-not-known",
      severity: "note",
      file,
      message: "the file does not say what kind of figures it holds: read as scores, which never add up",
      fix: "If they can be counted, read the file by a schema of your own.",
    },
  ];
}
