import type { Observed } from "./observed.ts";

/**
 * What is left of a whole when one part of it is taken away: a country without one of its localities.
 *
 * A part must not be compared with a whole that contains it, since they share events and move together; it is compared
 * with the remainder, by `rateDifference`, `rateRatio` or `proportionDifference`.
 *
 * @param whole events and population of the whole
 * @param part events and population of the part
 * @returns whole − part; NaN events where either count is missing
 * @throws RangeError where the part has more events or more people than the whole; a remainder without people is for the
 * comparison to refuse
 *
 * @example
 * remainder({ events: 120, population: 9_000 }, { events: 20, population: 1_000 }) // { events: 100, population: 8_000 }
 */
export function remainder(whole: Observed, part: Observed): Observed {
  for (const name of ["events", "population"] as const) {
    if (part[name] > whole[name]) {
      throw new RangeError(
        `remainder: ${name} of the part must not exceed the whole's ${whole[name]}, got ${part[name]}`,
      );
    }
  }
  return { events: whole.events - part.events, population: whole.population - part.population };
}
