import { type Age, ageBand } from "./age.ts";
import { PopneedsError } from "./popneeds-error.ts";

/**
 * Bands that start at the given ages; the last one is open.
 *
 * @param starts ages in completed years, ascending
 * @throws PopneedsError `invalid-age` when the starts do not ascend
 *
 * @example
 * ageBands(0, 16, 65).map((band) => band.label) // ["0-15", "16-64", "65+"]
 */
export function ageBands(...starts: readonly number[]): readonly Age[] {
  return starts.map((from, i) => ageBand(from, starts[i + 1] ?? Infinity));
}

/**
 * Bands of equal width from 0 up to an open last band.
 *
 * @param by width in years, 1 or more
 * @param to the age at which the last, open band starts; a multiple of `by`
 * @throws PopneedsError `invalid-bands` when `to` is not a multiple of `by`
 *
 * @example
 * evenAgeBands({ by: 5, to: 90 }).length // 19
 */
export function evenAgeBands({ by, to }: { readonly by: number; readonly to: number }): readonly Age[] {
  if (!(by >= 1) || !Number.isInteger(by) || !(to >= by) || to % by !== 0)
    throw new PopneedsError({
      code: "invalid-bands",
      message: `evenAgeBands: invalid bands: by ${by}, to ${to}`,
      fix: "Give a width in whole years and a last start that is a multiple of it: evenAgeBands({ by: 5, to: 90 }).",
    });
  return ageBands(...Array.from({ length: to / by + 1 }, (_, i) => i * by));
}
