/** Units that count nobody, however small the figure. Any other unit is taken for a count, to be on the safe side. */
const measures = /^(%|per ?cent|percentage points?|years?\b|hours?\b|minutes?\b|weeks?\b|ratio|score|rank|index|£)/i;
const things = /^(data zones?|zones?|areas?|places?|localities|square kilomet|km)/i;

/**
 * Whether a figure in this unit is a count of people or of what happened to them.
 *
 * @param unit as on the fact: `people`, `deaths`, `%`, `years`
 * @param per  what a rate is per; `null` for what is no rate
 *
 * @example
 * countsPeople("deaths", null) // true
 * countsPeople("deaths per 100,000 people", 100_000) // false
 */
export function countsPeople(unit: string, per: number | null): boolean {
  return per === null && !measures.test(unit) && !things.test(unit);
}
