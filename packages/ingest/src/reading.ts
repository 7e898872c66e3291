import {
  createTable,
  fromSource,
  type Issue,
  type Key,
  type KeyColumn,
  keyCoder,
  keyLabel,
  type MeasureColumn,
  reasonCode,
  type Source,
  type Table,
  uncheckedTable,
} from "@popneeds/core";
import type { Columns } from "./columns.ts";
import type { MeasureField, Refusal } from "./field.ts";
import { readFigure } from "./read-figure.ts";

/** Rows as they are read: keys coded, figures collected, faults noted. */
export class Reading {
  readonly #columns: Columns;
  readonly #header: readonly string[];
  readonly #file: string;
  readonly #lines: ArrayLike<number>;
  readonly #issues: Issue[] = [];
  readonly #totals = new Map<string, number>();
  readonly #seen = new Map<string, number>();
  readonly #coders: readonly { readonly values: Key[]; readonly code: (key: Key) => number }[];
  readonly #cache: readonly Map<string, Key | Refusal | null>[];
  readonly #codes: number[][];
  readonly #ages: number[] = [];
  readonly #values: number[][];
  readonly #reasons: number[][];

  constructor(columns: Columns, header: readonly string[], file: string, lines: ArrayLike<number>) {
    this.#columns = columns;
    this.#header = header;
    this.#file = file;
    this.#lines = lines;
    this.#coders = columns.keys.map(() => keyCoder());
    this.#cache = columns.keys.map(() => new Map());
    this.#codes = columns.keys.map(() => []);
    this.#values = columns.measures.map(() => []);
    this.#reasons = columns.measures.map(() => []);
  }

  row(cells: readonly string[], i: number): void {
    const line = this.#lines[i]!;
    const codes = this.#keysOf(cells, line);
    if (!codes) return;
    const identity = codes.join(" ");
    const before = this.#seen.get(identity);
    if (before !== undefined) {
      this.#fault(
        line,
        null,
        "duplicate-key",
        this.#duplicate(cells, before),
        "Remove one of the rows, or add the column that tells them apart to the schema.",
      );
      return;
    }
    const figures = this.#columns.ages.length > 0 ? this.#across(cells, line) : this.#single(cells, line);
    if (!figures) return;
    this.#seen.set(identity, line);
    const repeats = this.#columns.ages.length || 1;
    for (const [k, code] of codes.entries()) for (let r = 0; r < repeats; r++) this.#codes[k]!.push(code);
    for (const [m, { values, reasons }] of figures.entries()) {
      for (const value of values) this.#values[m]!.push(value);
      for (const reason of reasons) this.#reasons[m]!.push(reason);
    }
    for (let a = 0; a < this.#columns.ages.length; a++) this.#ages.push(a);
  }

  table(source: Source, rows: number, before: readonly Issue[]): Table {
    const { keys, measures, ages } = this.#columns;
    for (const [what, times] of this.#totals)
      this.#issues.push({
        code: "total-left-out",
        severity: "note",
        file: this.#file,
        message: `${times.toLocaleString("en-GB")} ${times === 1 ? "row" : "rows"} left out because ${what}: a total of the other rows`,
        fix: "Nothing to do: totals are counted from the parts.",
      });
    const kept = this.#seen.size;
    const left = rows - kept;
    const step = `read ${kept.toLocaleString("en-GB")} ${kept === 1 ? "row" : "rows"}${left > 0 ? `; ${left.toLocaleString("en-GB")} left out` : ""}`;
    const parts = {
      keys: Object.fromEntries(
        keys.map(({ name, field }, k): [string, KeyColumn] =>
          field.across
            ? [name, { codes: Uint32Array.from(this.#ages), values: ages.map(({ age }) => age) }]
            : [name, { codes: Uint32Array.from(this.#codes[k]!), values: Object.freeze(this.#coders[k]!.values) }],
        ),
      ),
      measures: Object.fromEntries(
        measures.map(({ name, field }, m): [string, MeasureColumn] => [
          name,
          {
            kind: field.kind,
            values: Float64Array.from(this.#values[m]!),
            reasons: this.#reasons[m]!.some((reason) => reason !== 0) ? Uint8Array.from(this.#reasons[m]!) : null,
            absent: field.absent,
          },
        ]),
      ),
      issues: [...before, ...this.#issues],
      provenance: fromSource(source, step),
    };
    return kept === 0 ? createTable(parts) : uncheckedTable(parts);
  }

  #keysOf(cells: readonly string[], line: number): number[] | null {
    const codes: number[] = [];
    for (const [k, { field, at }] of this.#columns.keys.entries()) {
      if (field.across) {
        codes.push(0);
        continue;
      }
      const text = at === -1 ? "" : cells[at]!.trim();
      let read = this.#cache[k]!.get(text);
      if (read === undefined) {
        read = field.totals.includes(text) ? null : field.read(text);
        this.#cache[k]!.set(text, read);
      }
      if (read === null) {
        const what = `${field.header} is "${text}"`;
        this.#totals.set(what, (this.#totals.get(what) ?? 0) + 1);
        return null;
      }
      if (typeof read === "object" && "refused" in read) {
        this.#fault(line, field.header, read.code, `${field.header} ${read.refused}`, read.fix, text);
        return null;
      }
      codes.push(this.#coders[k]!.code(read));
    }
    return codes;
  }

  #single(cells: readonly string[], line: number): Figures[] | null {
    const figures: Figures[] = [];
    for (const { field, at, qualifierAt } of this.#columns.measures) {
      const qualifier = qualifierAt === -1 ? "" : cells[qualifierAt]!.trim();
      const read = this.#figure(cells[at]!, field, field.header!, line, qualifier);
      if (read === null) return null;
      figures.push({ values: [read.value], reasons: [read.reason] });
    }
    return figures;
  }

  #across(cells: readonly string[], line: number): Figures[] | null {
    const { field } = this.#columns.measures.find(({ at }) => at === -1)!;
    const { ages } = this.#columns;
    const values = new Float64Array(ages.length);
    const reasons = new Uint8Array(ages.length);
    for (const [a, { at }] of ages.entries()) {
      const read = this.#figure(cells[at]!, field, this.#header[at]!, line, "");
      if (read === null) return null;
      values[a] = read.value;
      reasons[a] = read.reason;
    }
    return [{ values, reasons }];
  }

  #figure(
    cell: string,
    field: MeasureField,
    header: string,
    line: number,
    qualifier: string,
  ): { value: number; reason: number } | null {
    const read = readFigure(cell.trim(), field, qualifier);
    if (typeof read === "number") return { value: read, reason: 0 };
    if (typeof read === "string") return { value: Number.NaN, reason: reasonCode(read) };
    this.#fault(line, header, read.code, `${header} ${read.refused}`, read.fix, cell);
    return null;
  }

  #duplicate(cells: readonly string[], before: number): string {
    const said = this.#columns.keys
      .filter(({ at }) => at !== -1)
      .map(({ field, at }) => `${field.header} ${keyLabel(cells[at]!)}`);
    return `the row has the same keys as line ${before}: ${said.join(", ")}`;
  }

  #fault(line: number, column: string | null, code: string, message: string, fix: string, found?: string): void {
    this.#issues.push({
      code,
      severity: "error",
      message,
      fix,
      file: this.#file,
      line,
      ...(column === null ? {} : { column }),
      ...(found === undefined ? {} : { found }),
    });
  }
}

interface Figures {
  readonly values: ArrayLike<number> & Iterable<number>;
  readonly reasons: ArrayLike<number> & Iterable<number>;
}
