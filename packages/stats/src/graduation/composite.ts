import type { SplineBasis } from "./spline-basis.ts";

/** What a composite link is fitted to: counts of bands, each a sum over single years of a rate times its people. */
export interface Composite {
  readonly counts: ArrayLike<number>;
  readonly widths: ArrayLike<number>;
  /** People of each single year; 1 where counts themselves are wanted. */
  readonly population: Float64Array;
  readonly basis: SplineBasis;
}
