import type { MeasureKind } from "./measure-kind.ts";
import { type Missing, reasonCode, reasonOf } from "./missing.ts";

/** One measure of every row. A figure that is missing is `NaN` in `values` and has a reason. */
export interface MeasureColumn<Kind extends MeasureKind = MeasureKind> {
  readonly kind: Kind;
  readonly values: ArrayLike<number>;
  /** Code of the reason for each row, 0 where the figure is there; `null` when no row is missing. */
  readonly reasons: ArrayLike<number> | null;
  /** What a row that is not in the table means: in a register of deaths `zero`, in a survey `unknown`. */
  readonly absent: "zero" | "unknown";
  /** Keys over which the same people stand again and again, as they do for every cause: they must not be summed over. */
  readonly sharedOver?: readonly string[];
}

/** A measure from figures, each a number or the reason why there is none. */
export function measureColumn<Kind extends MeasureKind>(
  kind: Kind,
  figures: Iterable<number | Missing>,
  { absent = "unknown" }: { readonly absent?: "zero" | "unknown" } = {},
): MeasureColumn<Kind> {
  const all = [...figures];
  const values = new Float64Array(all.length);
  let reasons: Uint8Array | null = null;
  for (const [i, figure] of all.entries()) {
    if (typeof figure === "number" && !Number.isNaN(figure)) values[i] = figure;
    else {
      values[i] = Number.NaN;
      reasons ??= new Uint8Array(all.length);
      reasons[i] = reasonCode(typeof figure === "string" ? figure : "unknown");
    }
  }
  return Object.freeze({ kind, values, reasons, absent });
}

/** Why row `i` has no figure; `null` when it has one. */
export function missingAt(column: MeasureColumn, i: number): Missing | null {
  return column.reasons ? reasonOf(column.reasons[i]!) : null;
}

/** The column of the given rows. */
export function takeMeasures<Kind extends MeasureKind>(
  column: MeasureColumn<Kind>,
  rows: ArrayLike<number>,
): MeasureColumn<Kind> {
  const values = new Float64Array(rows.length);
  const reasons = column.reasons ? new Uint8Array(rows.length) : null;
  let any = false;
  for (let i = 0; i < rows.length; i++) {
    values[i] = column.values[rows[i]!]!;
    if (reasons) {
      reasons[i] = column.reasons![rows[i]!]!;
      any ||= reasons[i] !== 0;
    }
  }
  return Object.freeze({ ...column, values, reasons: any ? reasons : null });
}
