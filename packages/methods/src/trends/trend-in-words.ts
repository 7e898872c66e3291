/**
 * What the direction of a recent trend says.
 *
 * @param direction 1, −1 or 0, as `recentTrend` gives it; missing as `null` or NaN
 * @returns `increasing`, `decreasing`, `no significant change`, or `cannot be calculated`
 *
 * @example
 * trendInWords(-1) // "decreasing"
 */
export function trendInWords(direction: number | null): string {
  if (direction === null || Number.isNaN(direction)) return "cannot be calculated";
  return direction > 0 ? "increasing" : direction < 0 ? "decreasing" : "no significant change";
}
