import type { Interval } from "../shared/interval.ts";

/** Refuses a value that is not within its limits. Missing numbers pass. */
export function requireOrdered(caller: string, { value, lower, upper }: Interval, which: string): void {
  if (lower > value || value > upper) {
    throw new RangeError(
      `${caller}: value must be within its limits, got ${value} (${lower} to ${upper}) in the ${which} estimate`,
    );
  }
}
