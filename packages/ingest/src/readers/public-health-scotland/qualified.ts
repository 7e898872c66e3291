import type { KeyField } from "../../field.ts";

/** A key with the column of the publisher's qualifier for it, for kinds of key that do not take one: `period`, `label`. */
export function qualified<F extends KeyField>(field: F, qualifier: string): F {
  return Object.freeze({ ...field, qualifier });
}

/**
 * A key with several kinds of total, one within another: all inpatients, and all inpatients and day cases.
 *
 * They are held apart from the parts, and keep their names, since the rows of one are told from those of the other by them.
 */
export function withNamedTotals<F extends KeyField>(field: F): F {
  return Object.freeze({ ...field, totalsHave: "code" as const });
}
