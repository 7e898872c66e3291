import { requirePer } from "../shared/require.ts";
import { comparedAreas } from "./compared-areas.ts";

/** How the systematic component of variation is expressed. */
export interface SystematicComponentOptions {
  /** What it is multiplied by: 1, 10 or 100, as tables print it. Default 1. */
  readonly per?: number;
}

/**
 * The systematic component of variation: how much the ratios of areas vary beyond what their small counts explain.
 *
 * SCV = (Σ ((O − E) ÷ E)² − Σ 1 ÷ E) ÷ k × per, over k areas: the variance of O ÷ E less that of a Poisson count of E.
 *
 * @param observed events of each area, 0 or more
 * @param expected events expected of each area at common rates, 0 or more; their sum should be that of the observed
 * @returns the component; below 0 where areas vary less than chance would have them; areas that are missing or have
 * nothing expected are left out; NaN where none is left
 * @throws RangeError where a number is negative or infinite, the columns differ in length or are empty, or `per` is
 * invalid
 *
 * Source: McPherson K, Wennberg JE, Hovind OB, Clifford P. Small-area variations in the use of common surgical
 * procedures: an international comparison of New England, England, and Norway. N Engl J Med 1982;307:1310–4.
 * Reference: R 4.2.2, `(sum(((O - E) / E)^2) - sum(1 / E)) / length(O)`, to 1e-14.
 *
 * @example
 * systematicComponent([60, 40], [50, 50]) // 0.02
 */
export function systematicComponent(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  { per = 1 }: SystematicComponentOptions = {},
): number {
  requirePer("systematicComponent", per);
  const areas = comparedAreas("systematicComponent", observed, expected);
  let sum = 0;
  for (const i of areas) {
    const e = expected[i]!;
    const gap = (observed[i]! - e) / e;
    sum += gap * gap - 1 / e;
  }
  return (sum / areas.length) * per;
}
