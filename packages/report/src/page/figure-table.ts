import type { Evidence, Missing } from "@popneeds/core";
import { escapeHtml } from "../escape-html.ts";
import { formatChange, formatFigure } from "../format-figure.ts";
import { missingMark, missingWords } from "../missing-mark.ts";
import { evidenceTag, inOrder, mustBeLabelled } from "./evidence-words.ts";

/** A figure in a table, whichever kind of row it comes from. */
export interface TableFigure {
  /** Row id. */
  readonly id: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: string;
  readonly per: number | null;
  readonly decimals?: number;
  readonly evidence: Evidence;
  readonly missing: Missing | null;
  readonly change?: number | null;
  readonly changePercent?: number | null;
}

export interface FigureTable {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: string;
  readonly rowHeader: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly own: boolean;
    readonly cells: readonly (TableFigure | null)[];
  }[];
  /** HTML under the table: where its figures come from. */
  readonly note: string;
}

/**
 * A table of figures: right-aligned, thousands separated, limits beside the figure, each cell knowing its row.
 *
 * Units stand with the column or row that shares one, else in the cell; so do classes that are neither observed nor
 * published. Marks of missing figures are explained under the table.
 */
export function figureTableHtml({ id, caption, rowHeader, columns, rows, note }: FigureTable): string {
  const all = rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
  const unit = shared(all.map(unitOf));
  const columnUnits = columns.map((_, i) => shared(columnOf(rows, i).map(unitOf)));
  const rowUnits = rows.map(({ cells }) => shared(cells.flatMap((cell) => (cell ? [unitOf(cell)] : []))));
  const byColumn = unit === null && columnUnits.every((of) => of !== null);
  const byRow = unit === null && !byColumn;
  const label = shared(all.map(({ evidence }) => evidence));
  const columnLabels = columns.map((_, i) => shared(columnOf(rows, i).map(({ evidence }) => evidence)));
  const columnLabelled = label === null && columnLabels.every((of) => of !== null);
  const rowLabels = rows.map(({ cells }) => shared(cells.flatMap((cell) => (cell ? [cell.evidence] : []))));
  const rowLabelled = label === null && !columnLabelled && rowLabels.every((of) => of !== null);
  const tag = (evidence: Evidence | null) => (evidence && mustBeLabelled(evidence) ? ` ${evidenceTag(evidence)}` : "");

  const head = columns
    .map((name, i) => {
      const of = byColumn ? columnUnits[i]! : null;
      const says = of === null || name.toLowerCase().includes(of.toLowerCase());
      return `<th scope="col">${escapeHtml(name)}${says ? "" : ` <span class="unit">${escapeHtml(of)}</span>`}${columnLabelled ? tag(columnLabels[i]!) : ""}</th>`;
    })
    .join("");
  const body = rows
    .map(({ name, own, cells }, i) => {
      const of = byRow ? rowUnits[i] : null;
      const header = `<th scope="row">${escapeHtml(unbroken(name))}${of ? ` <span class="unit">${escapeHtml(of)}</span>` : ""}${rowLabelled ? tag(rowLabels[i]!) : ""}</th>`;
      const figures = cells.map((cell) =>
        cellHtml(
          cell,
          byRow && rowUnits[i] === null,
          label === null && !columnLabelled && !rowLabelled ? tag : () => "",
        ),
      );
      return `<tr${own ? ' class="own"' : ""}>${header}${figures.join("")}</tr>`;
    })
    .join("\n");
  const unitWords =
    unit && ![caption, ...columns].some((name) => name.toLowerCase().includes(unit.toLowerCase()))
      ? ` <span class="unit">${escapeHtml(unit)}</span>`
      : "";
  return `<div class="table-scroll" role="group" aria-labelledby="${id}-caption" tabindex="0">
<table class="ds_table figures" id="${id}">
<caption id="${id}-caption">${escapeHtml(caption)}${unitWords}${tag(label)}</caption>
<thead><tr><th scope="col">${escapeHtml(rowHeader)}</th>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>
<div class="table-note">${legend(
    rows.flatMap((row) => row.cells),
    all,
  )}${note}</div>`;
}

function cellHtml(cell: TableFigure | null, withUnit: boolean, tag: (evidence: Evidence) => string): string {
  if (!cell) return `<td>${missingMark(null)}</td>`;
  const { id, value, lower, upper, unit, missing, change, changePercent, evidence } = cell;
  const row = ` data-row="${escapeHtml(id)}"`;
  if (value === null) return `<td${row}>${missingMark(missing)}</td>`;
  const text = (figure: number) => escapeHtml(formatFigure(figure, cell));
  const limits =
    lower === null || upper === null ? "" : ` <span class="limits">(${text(lower)} to ${text(upper)})</span>`;
  const percent =
    typeof changePercent === "number"
      ? ` (${formatChange(changePercent, changePercent, { unit: "%", per: 100 })}%)`
      : "";
  const moved =
    typeof change === "number" ? ` <span class="change">${formatChange(change, value, cell)}${percent}</span>` : "";
  return `<td${row}><data value="${value}">${text(value)}</data>${withUnit ? ` <span class="unit">${escapeHtml(unit)}</span>` : ""}${limits}${moved}${tag(evidence)}</td>`;
}

/** What limits, marks and classes in this table mean. */
function legend(cells: readonly (TableFigure | null)[], figures: readonly TableFigure[]): string {
  const reasons = new Map<string, Set<string>>();
  for (const cell of cells) {
    if (cell && cell.value !== null) continue;
    const mark = missingMark(cell?.missing ?? null);
    reasons.set(mark, (reasons.get(mark) ?? new Set()).add(missingWords(cell?.missing ?? null)));
  }
  const marks = [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([mark, why]) => `${mark} ${[...why].join(", or ")}.`);
  const limits = figures.some(({ lower }) => lower !== null) ? ["In brackets: limits."] : [];
  const classes = inOrder(figures.map(({ evidence }) => evidence));
  const text = [...limits, ...marks, ...(classes.length > 0 ? [`Class: ${classes.join(", ")}.`] : [])].join(" ");
  return text ? `<p>${text}</p>` : "";
}

function columnOf(rows: FigureTable["rows"], i: number): readonly TableFigure[] {
  return rows.flatMap(({ cells }) => cells[i] ?? []);
}

function unitOf({ unit }: TableFigure): string {
  return unit;
}

/** Ranges such as 0-74 stay on one line. */
function unbroken(name: string): string {
  return name.replace(/(\d)-(?=\d)/g, "$1\u2011");
}

/** What all have in common; `null` when they differ, or there are none. */
function shared<T>(values: readonly T[]): T | null {
  return values.length > 0 && values.every((value) => value === values[0]) ? values[0]! : null;
}
