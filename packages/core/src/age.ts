import { PopneedsError } from "./popneeds-error.ts";

/** A band of ages in completed years: from `from` up to, but not including, `to`. `to` is Infinity in an open band. */
export interface Age {
  /** Youngest completed age in the band, 0 or more. */
  readonly from: number;
  /** First completed age above the band; `Infinity` when the band is open. */
  readonly to: number;
  /** The band as statistical publications print it: `0`, `5-9`, `90+`. */
  readonly label: string;
}

/**
 * The band of ages from `from` up to, but not including, `to`.
 *
 * @param from youngest completed age, 0 or more
 * @param to   first completed age above the band; `Infinity` (the default of an open band must be written) for "and over"
 * @throws PopneedsError `invalid-age` when `from` is negative or not below `to`
 *
 * @example
 * ageBand(85, 90).label // "85-89"
 * ageBand(90, Infinity).label // "90+"
 * ageBand(0, 1).label // "0"
 */
export function ageBand(from: number, to: number): Age {
  if (!(from >= 0) || !(to > from) || !Number.isInteger(from) || !(Number.isInteger(to) || to === Infinity))
    throw new PopneedsError({
      code: "invalid-age",
      message: `ageBand: invalid ages: from ${from} to ${to}`,
      fix: "Give whole years, 0 or more, with the first age above the band as the second argument: ageBand(85, 90).",
    });
  const label = to === Infinity ? `${from}+` : to === from + 1 ? `${from}` : `${from}-${to - 1}`;
  return Object.freeze({ from, to, label });
}

/** Everybody, whatever their age: the band from 0 upwards, printed `0+`. */
export const allAges: Age = ageBand(0, Infinity);

/**
 * Reads the ways in which publishers print an age band, or gives `null` when the text is none of them.
 *
 * Understood, in any case and with blanks around: `85-89`, `85 - 89`, `85 to 89`, `90+`, `90plus`, `90 and over`,
 * `90 years or over`, `Under 1`, `<1`, `0`, `Age0`, `Age90plus`, `65-74 years`, `0-4 years`. A total (`All`, `All ages`) is not an age and gives `null`.
 *
 * @example
 * parseAge("Age90plus")?.from // 90
 */
export function parseAge(text: string): Age | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^aged?\s*/, "")
    .replace(/\s*(years?|yrs?)(\s+of\s+age)?$/, "")
    .trim();
  const open = /^(\d{1,3})\s*(\+|plus|(years?\s+)?(and|or)\s+over)$/.exec(plain);
  if (open) return ageBand(Number(open[1]), Infinity);
  const range = /^(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})$/.exec(plain);
  if (range) {
    const from = Number(range[1]);
    const last = Number(range[2]);
    return last >= from ? ageBand(from, last + 1) : null;
  }
  const under = /^(?:under|<)\s*(\d{1,3})$/.exec(plain);
  if (under) return Number(under[1]) > 0 ? ageBand(0, Number(under[1])) : null;
  return /^\d{1,3}$/.test(plain) ? ageBand(Number(plain), Number(plain) + 1) : null;
}
