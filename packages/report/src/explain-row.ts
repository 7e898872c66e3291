import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { explain, firstThree, PopneedsError, type Provenance } from "@popneeds/core";
import { readOwnCsv } from "./csv.ts";
import { nearestIds } from "./nearest-ids.ts";
import type { ProvenanceRecord } from "./provenance-record.ts";

/**
 * One row of a written assessment, as text that a reviewer can follow: the figure, then each file and each step.
 *
 * @param folder where `writeAssessment` wrote
 * @param rowId  as in the tables' `row_id`, and on the page
 * @returns what, where and when; the value with its unit, limits, class and method; the chain of steps; every file in full
 * @throws PopneedsError `no-assessment` when the folder holds none
 * @throws PopneedsError `unknown-row` when no row has the id; the message names the nearest
 */
export async function explainRow(folder: string, rowId: string): Promise<string> {
  const record = JSON.parse(await read(folder, "provenance.json")) as ProvenanceRecord;
  const origin = Object.hasOwn(record.rows, rowId) ? record.rows[rowId] : undefined;
  if (!origin) throw unknownRow(rowId, Object.keys(record.rows));
  const table = readOwnCsv(await read(folder, "tables", `${origin.table}.csv`));
  const row = table.find((candidate) => candidate.row_id === rowId);
  if (!row) throw unknownRow(rowId, Object.keys(record.rows));
  const labels = JSON.parse(await read(folder, "tables", "datapackage.json")) as DataPackage;

  const files = origin.sources.map((id) => {
    const { title, publisher, edition, licence, file, sha256, released } = record.sources[id]!;
    return [
      `  ${title}. ${publisher}`,
      `    edition ${edition}${released ? `, released ${released}` : ""}; ${licence}`,
      `    ${file}`,
      `    sha256 ${sha256}`,
    ].join("\n");
  });
  return [
    ...linesOf(origin.table, row, labels),
    `  row ${rowId} of tables/${origin.table}.csv`,
    ...(origin.rests ? ["", "Rests on", ...restLines(origin.rests)] : []),
    "",
    "How it was made",
    ...explain(chain(record, origin.chain))
      .split("\n")
      .map((line) => `  ${line}`),
    "",
    files.length === 1 ? "File" : "Files",
    ...files,
    "",
  ].join("\n");
}

interface DataPackage {
  readonly resources: readonly {
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly categories?: readonly { readonly value: string; readonly label: string }[];
      }[];
    };
  }[];
}

function linesOf(table: string, row: TextRow, labels: DataPackage): string[] {
  if (table === "needs_summary") return needsLines(row);
  return table === "data-quality" ? qualityLines(row) : factLines(row, indicatorTitle(labels, row.indicator!));
}

type TextRow = Readonly<Record<string, string>>;

function factLines(row: TextRow, title: string): string[] {
  const whom = [row.sex === "all" ? "" : `${row.sex}s`, row.age === "all" ? "" : `ages ${row.age}`];
  const parts = [
    row.numerator && `numerator ${row.numerator}`,
    row.denominator && `denominator ${row.denominator}`,
  ].filter(Boolean);
  return [
    [title, ...whom, row.category].filter(Boolean).join(", "),
    `  ${place(row)}, ${row.period}`,
    `  ${figure(row)}`,
    ...(parts.length > 0 ? [`  ${parts.join(", ")}`] : []),
    `  class: ${row.class}`,
    `  method: ${row.method}`,
  ];
}

function needsLines(row: TextRow): string[] {
  const change = row.change && `change since now ${row.change} (${row.change_percent}%)`;
  return [
    row.topic_title!,
    `  ${place(row)}, ${row.year} (${row.horizon === "now" ? "now" : `${row.horizon} years`})`,
    `  ${figure(row)}`,
    ...(change ? [`  ${change}`] : []),
    `  class: ${row.class}`,
    `  method: ${row.method}`,
  ];
}

function qualityLines(row: TextRow): string[] {
  const time =
    row.first_day === "" ? "time not stated" : `${row.first_day} to ${row.last_day}, periods: ${row.periods}`;
  return [
    `${row.title}: how good the data are`,
    `  ${row.publisher}; ${row.edition}${row.released ? `, released ${row.released}` : ""}`,
    `  ${time}; areas: ${row.areas}`,
    `  rows: ${row.rows}, refused: ${row.rows_refused}; figures missing: ${row.figures_missing}; areas and periods without a row: ${row.gaps}`,
    `  totals compared with the sum of their parts: ${row.totals_compared}; agree: ${row.totals_agree}, within rounding: ${row.totals_within_rounding}, apart: ${row.totals_apart}`,
    ...(row.compared_with ? [`  compared with: ${row.compared_with.replaceAll(";", ", ")}`] : []),
    `  counts compared with their past: ${row.counts_looked_at}; far from it, to look at: ${row.counts_far_from_past}`,
    ...(row.breaks ? [`  breaks: ${row.breaks}`] : []),
    `  class: ${row.class}`,
    `  method: ${row.method}`,
  ];
}

function place(row: TextRow): string {
  return `${row.area_name} (${row.level} ${row.area_code})`;
}

function figure(row: TextRow): string {
  if (row.value === "") return `no figure: ${row.missing}`;
  const limits = row.lower === "" ? "" : ` (${row.lower} to ${row.upper})`;
  return `${row.value}${limits} ${row.unit}`;
}

function restLines(rests: readonly string[]): string[] {
  return rests.length === 0 ? ["  no row"] : rests.map((id) => `  ${id}`);
}

function indicatorTitle({ resources }: DataPackage, id: string): string {
  const all = resources.flatMap(({ schema }) => schema.fields.flatMap((field) => field.categories ?? []));
  return all.find(({ value }) => value === id)?.label ?? id;
}

function chain(record: ProvenanceRecord, id: string): Provenance {
  const { source, inputs, steps, class: evidence } = record.chains[id]!;
  return {
    source: source === null ? null : record.sources[source]!,
    inputs: inputs.map((input) => chain(record, input)),
    steps,
    evidence,
  };
}

async function read(folder: string, ...path: readonly string[]): Promise<string> {
  try {
    return await readFile(join(folder, ...path), "utf8");
  } catch (cause) {
    throw new PopneedsError({
      code: "no-assessment",
      message: `explainRow: a written assessment has ${path.join("/")}; ${folder} has none (${(cause as NodeJS.ErrnoException).code})`,
      fix: "Write one first with popneeds profile, or name its folder.",
    });
  }
}

function unknownRow(rowId: string, ids: readonly string[]): PopneedsError {
  const nearest = nearestIds(rowId, ids);
  return new PopneedsError({
    code: "unknown-row",
    message: `explainRow: no row has the id "${rowId}"; ${nearest.length > 0 ? "the nearest are:" : `${ids.length} rows are known.`}`,
    where: firstThree(nearest),
    fix: "Take an id from the column row_id of a table, or from the sources under a paragraph of the page.",
  });
}
