/**
 * What the signal of a funnel says: `high (0.001)`, `high (0.025)`, `not significant`, `low (0.025)`, `low (0.001)`.
 *
 * @param signal how many limits an area lies beyond, from −2 to 2, as a funnel gives it
 * @param levels of the funnel. Default 0.95 and 0.998
 * @returns words with the chance on that side by which an area on target lies so far out; `not compared` for a missing
 * signal
 *
 * @example
 * signalInWords(-2) // "low (0.001)"
 */
export function signalInWords(signal: number | null, levels: readonly [number, number] = [0.95, 0.998]): string {
  if (signal === null || Number.isNaN(signal)) return "not compared";
  if (signal === 0) return "not significant";
  const level = levels[Math.abs(signal) - 1]!;
  return `${signal > 0 ? "high" : "low"} (${Number(((1 - level) / 2).toPrecision(6))})`;
}
