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
import { qualifierInWords } from "./qualifiers.ts";
import { readFigure } from "./read-figure.ts";

/** Rows as they are read: keys coded, figures collected, faults noted. */
export class Reading {
  readonly #columns: Columns;
  readonly #header: readonly string[];
  readonly #file: string;
  readonly #lines: ArrayLike<number>;
  readonly #issues: Issue[] = [];
  readonly #totals = new Map<string, number>();
  readonly #qualifiers = new Map<string, number>();
  readonly #seen = new Map<string, number>();
  readonly #coders: readonly { readonly values: Key[]; readonly code: (key: Key) => number }[];
  readonly #cache: readonly Map<string, Key | Refusal | null>[];
  /** Figures that a row holds of each measure: one, or one for each age that stands across. */
  readonly #width: number;
  /** For each key, a code a row; for each measure, `width` figures a row. Room is made for every row of the file. */
  readonly #codes: readonly Uint32Array[];
  readonly #values: readonly Float64Array[];
  readonly #reasons: readonly Uint8Array[];

  /** @param lines line in the file of each row to come */
  constructor(columns: Columns, header: readonly string[], file: string, lines: ArrayLike<number>) {
    this.#columns = columns;
    this.#header = header;
    this.#file = file;
    this.#lines = lines;
    this.#coders = columns.keys.map(() => keyCoder());
    this.#cache = columns.keys.map(() => new Map());
    this.#width = columns.ages.length || 1;
    this.#codes = columns.keys.map(() => new Uint32Array(lines.length));
    this.#values = columns.measures.map(() => new Float64Array(lines.length * this.#width));
    this.#reasons = columns.measures.map(() => new Uint8Array(lines.length * this.#width));
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
    const at = this.#seen.size;
    if (!this.#figures(cells, line, at)) return;
    for (const [k, code] of codes.entries()) this.#codes[k]![at] = code;
    this.#seen.set(identity, line);
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
    for (const [what, times] of this.#qualifiers)
      this.#issues.push({
        code: "qualified-figures",
        severity: "note",
        file: this.#file,
        message: `${times.toLocaleString("en-GB")} ${times === 1 ? "figure" : "figures"} of ${what}`,
        fix: "Nothing to do; say so where the figures are used.",
      });
    const kept = this.#seen.size;
    const left = rows - kept;
    const step = `read ${kept.toLocaleString("en-GB")} ${kept === 1 ? "row" : "rows"}${left > 0 ? `; ${left.toLocaleString("en-GB")} left out` : ""}`;
    const parts = {
      keys: Object.fromEntries(
        keys.map(({ name, field }, k): [string, KeyColumn] =>
          field.across
            ? [name, { codes: agesOver(kept, ages.length), values: ages.map(({ age }) => age) }]
            : [
                name,
                {
                  codes: repeated(this.#codes[k]!.subarray(0, kept), this.#width),
                  values: Object.freeze(this.#coders[k]!.values),
                },
              ],
        ),
      ),
      measures: Object.fromEntries(
        measures.map(({ name, field }, m): [string, MeasureColumn] => [
          name,
          {
            kind: field.kind,
            values: this.#values[m]!.slice(0, kept * this.#width),
            reasons: this.#missing(this.#reasons[m]!.subarray(0, kept * this.#width)),
            absent: field.absent,
          },
        ]),
      ),
      issues: [...before, ...this.#issues].sort(byLine),
      provenance: fromSource(source, step),
    };
    return kept === 0 ? createTable(parts) : uncheckedTable(parts);
  }

  #keysOf(cells: readonly string[], line: number): number[] | null {
    const codes: number[] = [];
    for (const [k, { field, at, qualifierAt }] of this.#columns.keys.entries()) {
      if (field.across) {
        codes.push(0);
        continue;
      }
      const text = at === -1 ? "" : cells[at]!.trim();
      if (qualifierAt !== -1 && cells[qualifierAt]!.trim() === "d") {
        this.#total(`${field.header} is "${text}", qualified "d"`);
        return null;
      }
      let read = this.#cache[k]!.get(text);
      if (read === undefined) {
        read = field.totals.includes(text) ? null : field.read(text);
        this.#cache[k]!.set(text, read);
      }
      if (read === null) {
        this.#total(`${field.header} is "${text}"`);
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

  #qualified(header: string, qualifier: string): void {
    const what = `${header}: ${qualifierInWords(qualifier)}`;
    this.#qualifiers.set(what, (this.#qualifiers.get(what) ?? 0) + 1);
  }

  #total(what: string): void {
    this.#totals.set(what, (this.#totals.get(what) ?? 0) + 1);
  }

  /** Reads the figures of a row into their place; false when one of them is refused. */
  #figures(cells: readonly string[], line: number, at: number): boolean {
    const { ages, measures } = this.#columns;
    if (ages.length > 0)
      return ages.every(({ at: column }, a) =>
        this.#figure(0, at * this.#width + a, cells[column]!, measures[0]!.field, this.#header[column]!, line, ""),
      );
    return measures.every(({ field, at: column, qualifierAt }, m) => {
      if (field.each) {
        this.#values[m]![at] = field.each;
        this.#reasons[m]![at] = 0;
        return true;
      }
      const qualifier = qualifierAt === -1 ? "" : cells[qualifierAt]!.trim();
      return this.#figure(m, at, cells[column]!, field, field.header!, line, qualifier);
    });
  }

  #figure(
    measure: number,
    place: number,
    cell: string,
    field: MeasureField,
    header: string,
    line: number,
    qualifier: string,
  ): boolean {
    const read = readFigure(cell.trim(), field, qualifier);
    if (typeof read === "number") {
      if (qualifier !== "" && qualifier !== "d") this.#qualified(header, qualifier);
      this.#values[measure]![place] = read;
      this.#reasons[measure]![place] = 0;
      return true;
    }
    if (typeof read === "string") {
      this.#values[measure]![place] = Number.NaN;
      this.#reasons[measure]![place] = reasonCode(read);
      return true;
    }
    this.#fault(line, header, read.code, `${header} ${read.refused}`, read.fix, cell);
    return false;
  }

  #missing(reasons: Uint8Array): Uint8Array | null {
    return reasons.some((reason) => reason !== 0) ? reasons.slice() : null;
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

/** In the order of the file; what is about all of it comes last. */
function byLine(a: Issue, b: Issue): number {
  return (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER);
}

/** Each code as often as a row has figures. */
function repeated(codes: Uint32Array, times: number): Uint32Array {
  if (times === 1) return codes.slice();
  const out = new Uint32Array(codes.length * times);
  for (let i = 0; i < codes.length; i++) out.fill(codes[i]!, i * times, (i + 1) * times);
  return out;
}

/** The codes of ages that stand across, row after row. */
function agesOver(rows: number, ages: number): Uint32Array {
  const out = new Uint32Array(rows * ages);
  for (let i = 0; i < out.length; i++) out[i] = i % ages;
  return out;
}
