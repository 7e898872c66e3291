import type { Missing } from "@popneeds/core";
import { indirectRatio } from "@popneeds/stats";
import { yearsOfRatios } from "./deaths-of-zones.ts";

/** The least share of an area's expected deaths that its zones with a published ratio must have. */
const leastCovered = 0.95;

/** What an area's zones add up to, a year. */
export interface SummedZones {
  readonly deaths: number | null;
  readonly expected: number | null;
  readonly expectedInAll: number | null;
}

/** A standardised mortality ratio per 100 with its limits, or why there is none. */
export type RatioOfZones =
  | { readonly value: number; readonly lower: number; readonly upper: number; readonly missing: null }
  | { readonly value: null; readonly lower: null; readonly upper: null; readonly missing: Missing };

/**
 * The ratio of zones together: 100 × deaths ÷ expected deaths, with the limits of a count of four years' deaths.
 *
 * @returns missing as `no population` where no deaths are expected, as `incomplete` where zones without a ratio hold more than
 * a twentieth of the expected deaths
 */
export function ratioOfZones({ deaths, expected, expectedInAll }: SummedZones): RatioOfZones {
  if (!expectedInAll) return none("no population");
  if (deaths === null || !expected || expected < leastCovered * expectedInAll) return none("incomplete");
  const years = yearsOfRatios.count;
  return { ...indirectRatio(years * deaths, years * expected, { per: 100 }), missing: null };
}

function none(missing: Missing): RatioOfZones {
  return { value: null, lower: null, upper: null, missing };
}
