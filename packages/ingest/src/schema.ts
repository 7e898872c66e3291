import type { Key, MeasureKind } from "@popneeds/core";
import { PopneedsError } from "@popneeds/core";
import type { KeyField, MeasureField } from "./field.ts";

export type Fields = Readonly<Record<string, KeyField | MeasureField>>;

/** What the columns of a file mean. Nothing is guessed: a column that is not here is not read. */
export interface Schema<F extends Fields = Fields> {
  readonly fields: F;
}

/** The keys of a table read by these fields. */
export type KeysOf<F extends Fields> = {
  readonly [P in keyof F as F[P] extends KeyField ? P : never]: F[P] extends KeyField<infer K extends Key> ? K : never;
};

/** The measures of a table read by these fields. */
export type MeasuresOf<F extends Fields> = {
  readonly [P in keyof F as F[P] extends MeasureField ? P : never]: F[P] extends MeasureField<
    infer Kind extends MeasureKind
  >
    ? Kind
    : never;
};

/**
 * Declares what the columns of a file mean.
 *
 * @param fields the name each column gets in the table, and what it must hold
 * @throws PopneedsError `invalid-schema` when there is no measure, or figures stand across without ages across
 *
 * @example
 * schema({ area: area("DataZone2011"), period: period("Year"), deaths: count("Deaths", { absent: "zero" }) })
 */
export function schema<F extends Fields>(fields: F): Schema<F> {
  const all = Object.values(fields);
  const across = all.filter((field) => field.role === "key" && field.across).length;
  const acrossMeasures = all.filter((field) => field.role === "measure" && field.header === null && !field.each).length;
  const measures = all.filter((field) => field.role === "measure").length;
  if (measures === 0 || across !== acrossMeasures || across > 1 || (across === 1 && measures > 1))
    throw new PopneedsError({
      code: "invalid-schema",
      message: "schema: a schema needs a measure; ages across need exactly one, countAcross()",
      fix: 'Add count("…"), or give agesAcross() and countAcross() together.',
    });
  return Object.freeze({ fields: Object.freeze({ ...fields }) });
}
