import type { Scale } from "./slope-fit.ts";

/** How sure the values of the groups are. */
export interface ValueErrors {
  /** The standard error of each value, on `scale`; 0 or more. */
  readonly standardErrors: ArrayLike<number>;
  /** The scale on which the errors are normal: `log` for rates, `logit` for proportions, `linear` for means. */
  readonly scale: Scale;
}
