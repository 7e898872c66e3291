import type { Interval } from "../shared/interval.ts";

/**
 * How far two quantities are apart, with limits, and how surprising that would be if they were truly the same.
 *
 * `z` is in standard errors, positive where the first quantity is the larger. `probability` is two-sided: the chance of
 * a `z` at least as far from 0 if there were no difference.
 */
export interface Difference extends Interval {
  readonly z: number;
  readonly probability: number;
}
