/** Refuses a target that cannot be: below 0, or infinite. NaN passes, since a missing one is no mistake. */
export function requireTarget(caller: string, target: number): void {
  if (target < 0 || target === Infinity) throw new RangeError(`${caller}: target must be 0 or more, got ${target}`);
}

/** Refuses a normal deviate that is not above 0. */
export function requireDeviate(caller: string, deviate: number | undefined): void {
  if (deviate !== undefined && !(deviate > 0 && deviate < Infinity)) {
    throw new RangeError(`${caller}: deviate must be above 0, such as 1.96, got ${deviate}`);
  }
}
