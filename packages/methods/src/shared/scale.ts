import { PopneedsError } from "@popneeds/core";

export interface RateOptions {
  /** Person-years (or people) that a rate is expressed per, above 0. Default 100,000. */
  readonly per?: number;
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** Refuses a scale or a coverage that cannot be. */
export function requireScale(caller: string, { per, level }: RateOptions): void {
  if (per !== undefined && !(per > 0 && per < Number.POSITIVE_INFINITY))
    throw new PopneedsError({
      code: "invalid-option",
      message: `${caller}: invalid per: ${per}`,
      fix: "Give a number above 0, such as 100_000.",
    });
  if (level !== undefined && !(level > 0 && level < 1))
    throw new PopneedsError({
      code: "invalid-option",
      message: `${caller}: invalid level: ${level}`,
      fix: "Give a coverage between 0 and 1, such as 0.95.",
    });
}

/** A scale as steps print it: `100,000`. */
export function printScale(per: number): string {
  return String(per).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A coverage as steps print it: `95%`. */
export function printLevel(level: number): string {
  return `${Number((level * 100).toPrecision(6))}%`;
}
