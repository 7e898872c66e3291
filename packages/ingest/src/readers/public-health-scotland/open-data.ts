import { type Issue, PopneedsError } from "@popneeds/core";
import { headerOf } from "../../published/header-of.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { type Fields, schema } from "../../schema.ts";
import { columnsOfOpenData } from "./columns-of-open-data.ts";
import { openDataTable, withReasonsInKeys } from "./open-data-table.ts";

/** Columns of areas and places by which the publisher's tables are known. */
const places =
  /^((HB|HBT|HBR|CA|HSCP|IntZone|DataZone)\d{0,4}|GPPractice|PracticeCode|DispenserLocation|TreatmentLocation)$/;

/**
 * Any other table of Public Health Scotland's open data, read by the publisher's rules.
 *
 * It gives way to a reader that knows the very table. What each column is taken for is said in a note; where the keys do not
 * tell rows apart, nothing is read. A count that the name does not show to be one is a score, and is not added up. Ages that stand across
 * become a count each.
 */
export const phsOpenDataReader: Reader = {
  name: "phs-open-data",
  title: "A table of Public Health Scotland's open data",
  publisher: "Public Health Scotland",
  licence: "Open Government Licence v3.0",
  evidence: "published",
  general: true,
  recognise(file) {
    const header = headerOf(file).filter((text) => text !== "_id");
    if (header.length < 2 || !header.every((text) => /^[A-Z0-9][A-Za-z0-9]*$/.test(text))) return null;
    const qualifiers = header.filter((text) => text.endsWith("QF") && header.includes(text.slice(0, -2)));
    const known = header.filter((text) => places.test(text));
    if (qualifiers.length + known.length === 0) return null;
    const why = [
      ...(known.length > 0 ? [`the areas ${known.join(", ")}`] : []),
      ...(qualifiers.length > 0 ? [`the qualifiers ${qualifiers.slice(0, 3).join(", ")}`] : []),
    ];
    return `its headers are written as Public Health Scotland writes them, with ${why.join(" and ")}`;
  },
  parts(file) {
    const read = openDataTable(file);
    const strange = read.header.filter((text) => !/^[A-Z0-9][A-Za-z0-9]*$/.test(text));
    if (strange.length > 0) throw notOpenData(read, strange);
    const fields = columnsOfOpenData(read);
    refuseKeysThatTellNothing(read, fields);
    const of = schema(fields);
    const cells = withReasonsInKeys(read, of);
    return [{ name: "", cells: { ...cells, issues: [...cells.issues, taken(read, fields)] }, schema: of }];
  },
};

function taken({ file }: RawTable, fields: Fields): Issue {
  const named = (wanted: (field: Fields[string]) => boolean): string => {
    const found = Object.values(fields).filter(wanted);
    const headers = found.slice(0, 20).map(({ header }) => header ?? "its rows");
    return `${headers.join(", ") || "none"}${found.length > 20 ? ` and ${found.length - 20} more` : ""}`;
  };
  return {
    code: "columns-inferred",
    severity: "note",
    file,
    message: `no reader knows this very table: by the publisher's rules of naming, keys are ${named(({ role }) => role === "key")}; counts are ${named((field) => field.role === "measure" && field.kind === "count")}; figures that do not add up are ${named((field) => field.role === "measure" && field.kind !== "count")}`,
    fix: "Compare with the publisher's description; where it is not so, declare the columns with schema() and read the file with readCsv().",
  };
}

/** Rows that have the same keys and other figures: a column of keys was taken for figures, and nothing read by them would be right. */
function refuseKeysThatTellNothing({ file, header, rows, lines }: RawTable, fields: Fields): void {
  const at = Object.values(fields).flatMap(({ role, header: text }) =>
    role === "key" && text !== null ? [header.indexOf(text)] : [],
  );
  const seen = new Map<string, number>();
  const alike: number[] = [];
  for (const [i, row] of rows.entries()) {
    const key = at.map((column) => row[column]).join("\n");
    const before = seen.get(key);
    if (before === undefined) seen.set(key, i);
    else if (rows[before]!.some((cell, column) => cell !== row[column])) alike.push(i);
  }
  if (alike.length * 10 <= rows.length) return;
  const message = `${alike.length.toLocaleString("en-GB")} of ${rows.length.toLocaleString("en-GB")} rows have the keys of another row and other figures, on lines ${alike
    .slice(0, 3)
    .map((i) => lines[i])
    .join(", ")}: the columns that tell rows apart cannot be seen from their names`;
  const fix = "Declare the columns with schema(), and read the file with readCsv().";
  throw new PopneedsError({
    code: "keys-not-unique",
    message: `${file}: ${message}`,
    fix,
    issues: [{ code: "keys-not-unique", severity: "error", message, fix, file }],
  });
}

function notOpenData({ file }: RawTable, strange: readonly string[]): PopneedsError {
  const shown = strange
    .slice(0, 3)
    .map((text) => JSON.stringify(text.slice(0, 40)))
    .join(", ");
  const message = `the headers of Public Health Scotland's open data are words in PascalCase, such as MonthOfDelay; found ${shown}${strange.length > 3 ? ` and ${strange.length - 3} more` : ""}`;
  const fix =
    "Check that the first line is the header; declare other columns with schema(), and read the file with readCsv().";
  return new PopneedsError({
    code: "not-open-data",
    message: `${file}: ${message}`,
    fix,
    issues: [{ code: "not-open-data", severity: "error", message, fix, file, line: 1 }],
  });
}
