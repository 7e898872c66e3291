/** Refuses a count of events that cannot be: below 0, or infinite. NaN passes, since a missing count is no mistake. */
export function requireEvents(caller: string, events: number, where = ""): void {
  if (events < 0 || events === Infinity) {
    throw new RangeError(`${caller}: events must be 0 or more, got ${events}${where}`);
  }
}

/** Refuses a population that cannot be divided by: 0 or less, missing or infinite. */
export function requirePopulation(caller: string, population: number, where = ""): void {
  if (!(population > 0) || population === Infinity) {
    throw new RangeError(`${caller}: population must be above 0, got ${population}${where}`);
  }
}

/** Refuses an expected count that cannot be: below 0, or infinite. NaN passes, since a missing one is no mistake. */
export function requireExpected(caller: string, expected: number): void {
  if (expected < 0 || expected === Infinity) {
    throw new RangeError(`${caller}: expected events must be 0 or more, got ${expected}`);
  }
}

/** Refuses a reference rate that cannot be: below 0, or infinite. NaN passes, since a missing one is no mistake. */
export function requireReferenceRate(caller: string, rate: number): void {
  if (rate < 0 || rate === Infinity) {
    throw new RangeError(`${caller}: reference rate must be 0 or more, got ${rate}`);
  }
}

/** Refuses a scale that is not a positive number. */
export function requirePer(caller: string, per: number): void {
  if (!(per > 0) || per === Infinity) throw new RangeError(`${caller}: per must be above 0, got ${per}`);
}

/** Refuses a level that is not strictly between 0 and 1. */
export function requireLevel(caller: string, level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`${caller}: level must be between 0 and 1, such as 0.95, got ${level}`);
  }
}

/** Refuses a normal deviate that is not a positive number. */
export function requireDeviate(caller: string, deviate: number): void {
  if (!(deviate > 0) || deviate === Infinity) {
    throw new RangeError(`${caller}: deviate must be above 0, such as 1.96, got ${deviate}`);
  }
}

/** Refuses columns of different lengths, and columns without a row. */
export function requireSameLength(caller: string, columns: Readonly<Record<string, ArrayLike<unknown>>>): void {
  requireOneLength(caller, columns);
  if (Object.values(columns)[0]?.length === 0) {
    throw new RangeError(`${caller}: needs at least one stratum, got none`);
  }
}

/** Refuses columns of different lengths. Without a row they are of one length. */
export function requireOneLength(caller: string, columns: Readonly<Record<string, ArrayLike<unknown>>>): void {
  const lengths = Object.values(columns).map((column) => column.length);
  const names = Object.keys(columns).join(", ");
  if (lengths.some((length) => length !== lengths[0])) {
    throw new RangeError(`${caller}: ${names} must be of one length, got ${lengths.join(", ")}`);
  }
}
