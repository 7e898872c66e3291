import type { Issue } from "@popneeds/core";
import { onlyColumns, withoutColumns } from "../../published/columns-of-table.ts";
import { csvTable } from "../../published/csv-table.ts";
import { headerOf } from "../../published/header-of.ts";
import type { RawFile } from "../../published/raw-file.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part, Reader } from "../../published/reader.ts";

/** A table behind one of Public Health Scotland's social care dashboards. */
export interface DashboardFormat {
  readonly name: string;
  readonly title: string;
  /** The file's headers, in any order. */
  readonly columns: readonly string[];
  readonly parts: (cells: RawTable) => readonly Part[];
}

/** The words by which the dashboards name Scotland among the areas: an estimate, or the sum of the areas that sent figures. */
export const wholeCountry = ["Scotland (Estimated)", "Scotland (All Areas Submitted)"];

/** Makes the reader of a dashboard's table: it recognises a file that has just its columns. */
export function dashboardReader({ name, title, columns, parts }: DashboardFormat): Reader {
  const wanted = columns.toSorted().join("\n");
  return Object.freeze({
    name,
    title,
    publisher: "Public Health Scotland",
    licence: "Open Government Licence v3.0",
    evidence: "published",
    recognise(file: RawFile): string | null {
      return headerOf(file).toSorted().join("\n") === wanted
        ? `its columns are just those of this dashboard: ${columns.join(", ")}`
        : null;
    },
    parts: (file: RawFile): readonly Part[] => parts(csvTable(file)),
  });
}

/**
 * The rows of a table for each text in a column, without this column, in the order met: years apart from quarters.
 *
 * @throws PopneedsError `missing-column`
 */
export function rowsByText(cells: RawTable, column: string): ReadonlyMap<string, RawTable> {
  const texts = onlyColumns(cells, [column]).rows;
  const rest = withoutColumns(cells, (header) => header === column);
  const found = new Map<string, number[]>();
  for (const [i, [cell]] of texts.entries()) {
    const text = cell!.trim();
    const rows = found.get(text);
    if (rows) rows.push(i);
    else found.set(text, [i]);
  }
  if (found.size === 0) found.set("", []);
  return new Map(
    [...found].map(([text, rows], k) => [
      text,
      {
        ...rest,
        rows: rows.map((i) => rest.rows[i]!),
        lines: rows.map((i) => rest.lines[i]!),
        issues: k === 0 ? rest.issues : [],
      },
    ]),
  );
}

/**
 * A warning where the figure of Scotland that is repeated beside each area is not the one in Scotland's own row.
 *
 * @param keys headers of what both rows share: the period, the age, the measure
 */
export function wholeThatDiffers(
  { file, header, rows, lines }: RawTable,
  {
    area,
    keys,
    value,
    beside,
  }: { readonly area: string; readonly keys: readonly string[]; readonly value: string; readonly beside: string },
): readonly Issue[] {
  const [areaAt, valueAt, besideAt] = [area, value, beside].map((text) => header.indexOf(text)) as [
    number,
    number,
    number,
  ];
  if (areaAt === -1 || valueAt === -1 || besideAt === -1) return [];
  const at = keys.map((text) => header.indexOf(text));
  const identity = (row: readonly string[]): string => at.map((column) => row[column]).join("\n");
  const wholes = new Map(
    rows.flatMap((row) => (wholeCountry.includes(row[areaAt]!) ? [[identity(row), row[valueAt]!] as const] : [])),
  );
  const differ = rows.flatMap((row, i) => {
    const whole = wholes.get(identity(row));
    return whole !== undefined && Number(whole) !== Number(row[besideAt]) ? [i] : [];
  });
  if (differ.length === 0) return [];
  const i = differ[0]!;
  return [
    {
      code: "whole-differs",
      severity: "warning",
      file,
      line: lines[i]!,
      column: beside,
      found: rows[i]![besideAt]!,
      message: `${differ.length.toLocaleString("en-GB")} of ${rows.length.toLocaleString("en-GB")} cells of ${beside} are not the ${value} of Scotland's own row, the first on line ${lines[i]!}: ${rows[i]![besideAt]!}, where Scotland's row has ${wholes.get(identity(rows[i]!))}; Scotland's rows are read, ${beside} is not`,
      fix: "Ask the publisher which of the two is meant before Scotland's figure is used.",
    },
  ];
}
