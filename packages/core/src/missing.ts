/**
 * Why a figure is not there. Four things that a blank can mean, held apart, and three that a computation can add.
 *
 * - `suppressed` the publisher, or `release()`, withheld it to protect people
 * - `not applicable` the figure has no meaning here
 * - `not available` the publisher has none
 * - `unknown` the file says nothing
 * - `too few events` fewer events than the method needs
 * - `no population` nobody to count events among
 * - `incomplete` a part that the figure needs is missing
 */
export type Missing = (typeof reasons)[number];

export const reasons = [
  "suppressed",
  "not applicable",
  "not available",
  "unknown",
  "too few events",
  "no population",
  "incomplete",
] as const;

/** The code of a reason in a measure column; 0 is kept for a figure that is there. */
export function reasonCode(reason: Missing): number {
  return reasons.indexOf(reason) + 1;
}

/** The reason that a code of a measure column stands for; `null` for 0, a figure that is there. */
export function reasonOf(code: number): Missing | null {
  return reasons[code - 1] ?? null;
}
