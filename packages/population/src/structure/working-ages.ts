import { PopneedsError } from "@popneeds/core";

/** Who counts as a child, and who as old; those between are of working age. */
export interface WorkingAges {
  /** The first age at which nobody is a child, a whole number. */
  readonly childrenUnder: number;
  /**
   * The age from which people are old. A fraction of a year cuts a single year of age in that proportion: 65.4 counts 60% of
   * those aged 65.
   */
  readonly olderFrom: number | { readonly female: number; readonly male: number };
}

/** Working ages that publications use, by name. */
export type WorkingAgesName = keyof typeof workingAges;

/**
 * Working ages that publications use.
 *
 * - `16 to 64`: children 0 to 15, old from 65 (default)
 * - `15 to 64`, `20 to 64`: as in international tables
 * - `16 to pension age before 2010`: women to 59, men to 64, the State Pension ages until 5 April 2010
 * - `16 to pension age mid-2019`: 65 years and 145 days; `16 to pension age mid-2020`: 65 years and 329 days: as National
 *   Records of Scotland counts in its mid-year estimates
 * - `16 to 65`: old from 66, the State Pension age from October 2020 to May 2026
 * - `16 to 66`: old from 67, the State Pension age from March 2028
 *
 * While the State Pension age rises from month to month, give its age at the day yourself.
 *
 * Source: Pensions Acts 1995, 2011 and 2014; National Records of Scotland, mid-year population estimates, table 7, notes.
 */
export const workingAges = Object.freeze({
  "16 to 64": { childrenUnder: 16, olderFrom: 65 },
  "15 to 64": { childrenUnder: 15, olderFrom: 65 },
  "20 to 64": { childrenUnder: 20, olderFrom: 65 },
  "16 to pension age before 2010": { childrenUnder: 16, olderFrom: { female: 60, male: 65 } },
  "16 to pension age mid-2019": { childrenUnder: 16, olderFrom: 65 + 145 / 365 },
  "16 to pension age mid-2020": { childrenUnder: 16, olderFrom: 65 + 329 / 365 },
  "16 to 65": { childrenUnder: 16, olderFrom: 66 },
  "16 to 66": { childrenUnder: 16, olderFrom: 67 },
} satisfies Readonly<Record<string, WorkingAges>>);

/** The ages of a name, or those given. */
export function workingAgesOf(given: WorkingAgesName | WorkingAges, verb: string): WorkingAges {
  const found: WorkingAges | undefined = typeof given === "string" ? workingAges[given] : given;
  const ends = found ? (typeof found.olderFrom === "number" ? [found.olderFrom] : Object.values(found.olderFrom)) : [];
  if (
    !found ||
    !Number.isInteger(found.childrenUnder) ||
    found.childrenUnder < 0 ||
    !ends.every((end) => end > found.childrenUnder && end < 150)
  )
    throw new PopneedsError({
      code: "invalid-option",
      message: `${verb}: ages must be a name or whole ages with the older above the younger; found ${JSON.stringify(given)}`,
      fix: `Write one of ${Object.keys(workingAges).join(", ")}, or { childrenUnder: 16, olderFrom: 65 }.`,
    });
  return found;
}
