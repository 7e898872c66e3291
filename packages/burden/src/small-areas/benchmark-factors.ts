import {
  type Counts,
  firstThree,
  type Issue,
  type KeyColumn,
  type Keys,
  keyCoder,
  keyLabel,
  keyText,
  type MeasureColumn,
  missingAt,
  PopneedsError,
  type Table,
} from "@popneeds/core";
import { iterativeProportionalFitting } from "@popneeds/stats";
import type { Benchmark } from "./benchmark.ts";

/** What each row is multiplied by, and what became of it. */
export interface BenchmarkFactors {
  readonly factors: Float64Array;
  readonly issues: readonly Issue[];
  /** What was done, as part of a sentence. */
  readonly said: string;
}

/** The factors by which local figures come to add up to the totals of larger areas; 1 where there is no total to add up to. */
export function benchmarkFactors(
  caller: string,
  keys: Readonly<Record<string, KeyColumn>>,
  column: MeasureColumn,
  { totals, of }: Benchmark,
): BenchmarkFactors {
  const tables = (Array.isArray(totals) ? totals : [totals]) as readonly Table<Keys, Counts>[];
  const margins = tables.map((table) => marginOf(caller, keys, column, table));
  const area = keys["area"] as KeyColumn<string>;
  const parent = parentsOf(area, of.parents);
  const theirs = tables.flatMap((table) => table.keys["area"]!.values.map(keyLabel));
  if (area.values.length > 0 && !theirs.some((code) => parent.values.includes(code)))
    throw new PopneedsError({
      code: "no-benchmark",
      message: `${caller}: totals must be of ${of.level} areas that the small areas lie in; none is:`,
      where: [...new Set(theirs)],
      fix: "Give totals by the codes that the look-up leads to, of its edition.",
    });
  const names = [...new Set(margins.flatMap((margin) => margin.names))];
  const columns = [parent, ...names.map((name) => keys[name]!)];
  const shape = columns.map(({ values }) => values.length);
  const cells = cellsOf(columns, column);
  const fitted =
    margins.length === 1 || area.values.length === 0
      ? scaled(cells, columns, margins[0]!)
      : raked(caller, cells, columns, names, shape, margins);
  const used = new Set<number>();
  const factors = new Float64Array(column.values.length).fill(1);
  for (let row = 0; row < factors.length; row++) {
    const cell = cells.of[row]!;
    const factor = fitted.factors[cell]!;
    if (Number.isNaN(factor)) continue;
    factors[row] = factor;
    used.add(cell);
  }
  const applied = [...used].map((cell) => fitted.factors[cell]!);
  const by = [of.level, ...names].join(", ");
  const extent = spreadInWords(applied);
  return {
    factors,
    issues: [
      ...(applied.length > 0
        ? [
            {
              code: "benchmarked",
              severity: "note" as const,
              message: `${applied.length} totals by ${by} were met by multiplying the modelled figures by ${extent}`,
              fix: "Look at factors far from 1: there the local people differ from the rates' in more than what the rates are by.",
            },
          ]
        : []),
      ...leftIssue(fitted.left, columns, of.level),
      ...outside(area, of.parents, of.level),
    ],
    said: `benchmarked to the totals by ${by} (${of.edition}${margins.length > 1 ? `; ${margins.length} sets of totals, raked` : ""}), factors ${extent}`,
  };
}

interface Margin {
  readonly names: readonly string[];
  readonly totalOf: (texts: readonly string[]) => number;
}

interface Cells {
  /** The cell of each row, the last column running fastest. */
  readonly of: Float64Array;
  readonly sums: Map<number, number>;
  /** Cells with a missing part, which cannot be held to a total. */
  readonly incomplete: ReadonlySet<number>;
}

interface Fit {
  readonly factors: Readonly<Record<number, number>>;
  readonly left: ReadonlyMap<number, string>;
}

function marginOf(
  caller: string,
  keys: Readonly<Record<string, KeyColumn>>,
  column: MeasureColumn,
  table: Table<Keys, Counts>,
): Margin {
  const [measure, ...others] = Object.values<MeasureColumn>(table.measures);
  if (!measure || others.length > 0)
    throw new PopneedsError({
      code: "one-measure",
      message: `${caller}: totals must have one measure; found ${Object.keys(table.measures).join(", ") || "none"}`,
      fix: 'Keep one with only(table, "deaths").',
    });
  if (measure.kind !== column.kind)
    throw new PopneedsError({
      code: "different-kinds",
      message: `${caller}: totals must be of what is modelled, ${column.kind}; they are ${measure.kind}`,
      fix: "Benchmark deaths to deaths and years to years.",
    });
  const names = Object.keys(table.keys).filter((name) => name !== "area" && name !== "level");
  const astray = names.filter((name) => !(name in keys));
  if (astray.length > 0 || !("area" in table.keys))
    throw new PopneedsError({
      code: "not-counted-by",
      message: `${caller}: totals must be by area and by keys of the local figures, ${Object.keys(keys).join(", ")}; found ${Object.keys(table.keys).join(", ")}`,
      fix: "Sum the totals over what the local figures are not by.",
    });
  const columns = ["area", ...names].map((name) => table.keys[name] as KeyColumn);
  const totals = new Map<string, number>();
  for (let row = 0; row < table.length; row++) {
    const text = columns.map(({ values, codes }) => keyText(values[codes[row]!]!)).join("\u0000");
    if (totals.has(text))
      throw new PopneedsError({
        code: "duplicate-key",
        message: `${caller}: a combination must have one total; ${text.replaceAll("\u0000", ", ")} has several`,
        fix: "Keep one level of the totals.",
      });
    totals.set(text, missingAt(measure, row) === null ? measure.values[row]! : Number.NaN);
  }
  return { names, totalOf: (texts) => totals.get(texts.join("\u0000")) ?? Number.NaN };
}

function cellsOf(columns: readonly KeyColumn[], column: MeasureColumn): Cells {
  const of = new Float64Array(column.values.length);
  const sums = new Map<number, number>();
  const incomplete = new Set<number>();
  for (let row = 0; row < of.length; row++) {
    let cell = 0;
    for (const { codes, values } of columns) cell = cell * values.length + codes[row]!;
    of[row] = cell;
    if (missingAt(column, row) === null) sums.set(cell, (sums.get(cell) ?? 0) + column.values[row]!);
    else incomplete.add(cell);
  }
  return { of, sums, incomplete };
}

function scaled(cells: Cells, columns: readonly KeyColumn[], { totalOf }: Margin): Fit {
  const factors: Record<number, number> = {};
  const left = new Map<number, string>();
  for (const cell of new Set(cells.of)) {
    const keys = keysOf(cell, columns);
    if (keys[0] === "") {
      factors[cell] = Number.NaN;
      continue;
    }
    const total = totalOf(keys.map(keyText));
    const sum = cells.sums.get(cell) ?? 0;
    const why = cells.incomplete.has(cell)
      ? "a part is missing"
      : Number.isNaN(total)
        ? "there is no total"
        : sum === 0 && total > 0
          ? "nothing is modelled"
          : null;
    if (why) left.set(cell, why);
    factors[cell] = why ? Number.NaN : sum === 0 ? 1 : total / sum;
  }
  return { factors, left };
}

function raked(
  caller: string,
  cells: Cells,
  columns: readonly KeyColumn[],
  names: readonly string[],
  shape: readonly number[],
  margins: readonly Margin[],
): Fit {
  const size = shape.reduce((product, of) => product * of, 1);
  const outsideAt = columns[0]!.values.indexOf("");
  const inside = Float64Array.from({ length: size }, (_, cell) =>
    Math.floor(cell / (size / shape[0]!)) === outsideAt ? 0 : (cells.sums.get(cell) ?? 0),
  );
  const faults: string[] = [...cells.incomplete].map((cell) => `${inWords(cell, columns)}: a part is missing`);
  const wanted = margins.map((margin) => {
    const by = [0, ...margin.names.map((name) => names.indexOf(name) + 1)];
    const sizes = by.map((d) => shape[d]!);
    const totals = Float64Array.from({ length: sizes.reduce((product, of) => product * of, 1) }, (_, at) => {
      const keys = keysOf(
        at,
        by.map((d) => columns[d]!),
      );
      if (keys[0] === "") return 0;
      const total = margin.totalOf(keys.map(keyText));
      if (Number.isNaN(total)) faults.push(`${keys.map(keyLabel).join(", ")}: there is no total`);
      return total;
    });
    return { by, totals };
  });
  const fault = (message: string, where: readonly string[] = []) =>
    new PopneedsError({
      code: "benchmark-disagrees",
      message: `${caller}: ${message}`,
      where,
      fix: "Give one set of totals, or sets that are complete and have one sum in each larger area.",
    });
  if (faults.length > 0) throw fault(`several sets of totals must all be known; ${faults.length} are not:`, faults);
  try {
    const { cells: found, converged } = iterativeProportionalFitting(inside, shape, wanted);
    if (!converged) throw new RangeError("the sets of totals cannot be met at once");
    const factors = Object.fromEntries(
      [...new Set(cells.of)].map((cell) => [
        cell,
        Math.floor(cell / (size / shape[0]!)) === outsideAt
          ? Number.NaN
          : inside[cell]! === 0
            ? 1
            : found[cell]! / inside[cell]!,
      ]),
    );
    return { factors, left: new Map() };
  } catch (error) {
    throw fault(`several sets of totals must agree: ${(error as Error).message.replace(/^.*?: /, "")}`);
  }
}

/** The larger area of each row; none is "". */
function parentsOf({ values, codes }: KeyColumn<string>, parents: ReadonlyMap<string, string>): KeyColumn<string> {
  const coder = keyCoder<string>();
  const fresh = values.map((code) => coder.code(parents.get(code) ?? ""));
  return { codes: Uint32Array.from(codes, (code) => fresh[code]!), values: coder.values };
}

function keysOf(cell: number, columns: readonly KeyColumn[]) {
  let left = cell;
  const keys = new Array<KeyColumn["values"][number]>(columns.length);
  for (let k = columns.length - 1; k >= 0; k--) {
    const { values } = columns[k]!;
    keys[k] = values[left % values.length]!;
    left = Math.floor(left / values.length);
  }
  return keys;
}

function inWords(cell: number, columns: readonly KeyColumn[]): string {
  return keysOf(cell, columns).map(keyLabel).join(", ");
}

function spreadInWords(factors: readonly number[]): string {
  if (factors.length === 0) return "none";
  const print = (factor: number) => factor.toFixed(3);
  const [low, high] = [Math.min(...factors), Math.max(...factors)].map(print);
  return low === high ? `${low}` : `${low} to ${high}`;
}

function leftIssue(left: ReadonlyMap<number, string>, columns: readonly KeyColumn[], level: string): Issue[] {
  if (left.size === 0) return [];
  const where = [...left].map(([cell, why]) => `${inWords(cell, columns)} (${why})`);
  return [
    {
      code: "not-benchmarked",
      severity: "warning",
      message: `${left.size} combinations of ${level} and keys were left as modelled: ${firstThree(where).join("; ")}`,
      fix: "Give the totals that lack, or read these figures as modelled without a check.",
    },
  ];
}

function outside({ values }: KeyColumn<string>, parents: ReadonlyMap<string, string>, level: string): Issue[] {
  const astray = values.filter((area) => !parents.has(area));
  if (astray.length === 0) return [];
  return [
    {
      code: "area-without-parent",
      severity: "warning",
      message: `${astray.length} of ${values.length} areas lie in no ${level} and were left as modelled: ${firstThree(astray).join(", ")}`,
      fix: "Give a look-up that has every area.",
    },
  ];
}
