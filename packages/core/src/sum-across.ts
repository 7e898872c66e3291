import type { MeasureColumn } from "./measure-column.ts";
import { addsUp } from "./measure-kind.ts";
import { PopneedsError } from "./popneeds-error.ts";
import { withStep } from "./provenance.ts";
import { type Counts, type Keys, type Table, uncheckedTable } from "./table.ts";

/**
 * Sums several measures of each row into one: people of four ethnic groups into people of minority groups.
 *
 * A sum with a missing part is missing, for the first part's reason.
 *
 * @param name     the new measure, the only one of the result
 * @param measures the measures to sum; all of one kind, and counts
 * @throws PopneedsError `not-additive` when one is not a count, `unknown-measure` when there is none of that name or none
 * is named, `different-kinds` when they are not all of one kind
 */
export function sumAcross<K extends Keys, M extends Counts, N extends string, P extends keyof M & string>(
  table: Table<K, M>,
  name: N,
  ...measures: readonly P[]
): Table<K, { readonly [Q in N]: M[P] }> {
  const columns = measures.map((measure) => {
    const column: MeasureColumn | undefined = table.measures[measure];
    if (!column || !addsUp(column.kind))
      throw new PopneedsError({
        code: column ? "not-additive" : "unknown-measure",
        message: column
          ? `sumAcross: only counts add up: "${measure}" is a ${column.kind}`
          : `sumAcross: unknown measure "${measure}"; the table has ${Object.keys(table.measures).join(", ")}`,
        fix: "Name counts of the table.",
      });
    return column;
  });
  const first = columns[0];
  if (!first)
    throw new PopneedsError({
      code: "unknown-measure",
      message: `sumAcross: name the measures to sum; the table has ${Object.keys(table.measures).join(", ")}`,
      fix: "Name counts of the table.",
    });
  const odd = columns.findIndex((column) => column.kind !== first.kind);
  if (odd > 0)
    throw new PopneedsError({
      code: "different-kinds",
      message: `sumAcross: all must be of one kind; "${measures[0]}" is a ${first.kind}, "${measures[odd]}" a ${columns[odd]!.kind}`,
      fix: "Sum measures of one kind.",
    });
  const values = new Float64Array(table.length);
  const reasons = new Uint8Array(table.length);
  for (const column of columns)
    for (let i = 0; i < table.length; i++) {
      values[i]! += column.values[i]!;
      reasons[i] ||= column.reasons?.[i] ?? 0;
    }
  return uncheckedTable({
    keys: table.keys,
    measures: {
      [name]: Object.freeze({
        ...first,
        absent: columns.every(({ absent }) => absent === "zero") ? ("zero" as const) : ("unknown" as const),
        values,
        reasons: reasons.some((reason) => reason !== 0) ? reasons : null,
      }),
    },
    issues: table.issues,
    provenance: withStep(table.provenance, `summed ${measures.join(", ")}`),
  }) as unknown as Table<K, { readonly [Q in N]: M[P] }>;
}
