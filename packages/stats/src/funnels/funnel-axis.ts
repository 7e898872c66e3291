/** Where the axis of a funnel runs, and how its points are spread. */
export interface FunnelAxisOptions {
  /** How many points. Default 100. */
  readonly points?: number;
  /**
   * How the points are spread: `even` in the logarithm, so that the last point is the end; `early` leaves the last step
   * half done, as the reference does for counts of events. Default `even`.
   */
  readonly spread?: "even" | "early";
}

/**
 * The whole sizes at which the limits of a funnel are drawn: one apart where areas are small, further apart as they
 * grow.
 *
 * x₁ = max(1, start); xⱼ = max(round(xⱼ₋₁ (end ÷ xⱼ₋₁)^(1/(points + 1 − j))), xⱼ₋₁ + 1), `early`: with j − 1 in the
 * power.
 *
 * @param start where the axis begins, 0 or more
 * @param end where it ends, at least `start`
 * @returns `points` whole numbers, rising; where there are fewer whole numbers than points they run beyond `end`
 * @throws RangeError where start or end is negative, infinite or missing, the end is before the start, or points is no
 * whole number from 2
 *
 * Reference: `calculate_funnel_limits` of PHEindicatormethods 2.1.0, exactly, in all its cases: populations `even`,
 * events of ratios `early`, events of rates `even`.
 *
 * @example
 * funnelAxis(0, 100, { points: 6 }) // [1, 3, 7, 17, 41, 100]
 */
export function funnelAxis(
  start: number,
  end: number,
  { points = 100, spread = "even" }: FunnelAxisOptions = {},
): number[] {
  if (!(start >= 0 && end >= start && end < Infinity)) {
    throw new RangeError(`funnelAxis: start and end must be 0 or more, in this order, got ${start} and ${end}`);
  }
  if (!(Number.isInteger(points) && points > 1 && points <= mostPoints)) {
    throw new RangeError(`funnelAxis: points must be a whole number from 2 to ${mostPoints}, got ${points}`);
  }
  const sizes = [Math.max(1, Math.round(start))];
  for (let j = 2; j <= points; j++) {
    const last = sizes[j - 2]!;
    const steps = points + 1 - (spread === "early" ? j - 1 : j);
    sizes.push(Math.max(Math.round(last * (end / last) ** (1 / steps)), last + 1));
  }
  return sizes;
}

const mostPoints = 100_000; // more than any chart shows
