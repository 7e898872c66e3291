import type { Limits } from "../shared/interval.ts";

/**
 * Round numbers between which the sizes of areas lie, for the axis of a funnel: at two figures, a twentieth beyond.
 *
 * upper = 1.05 × the largest, rounded up to two figures; lower = 0.95 × the smallest, rounded down to two figures, or 0
 * where the largest is more than twice the smallest.
 *
 * @param sizes people or expected events of each area, 0 or more; missing ones are left out
 * @returns the ends of the axis; NaN where there is no size
 *
 * Reference: `calculate_funnel_limits` of PHEindicatormethods 2.1.0, exactly, in all its cases.
 *
 * @example
 * funnelRange([1_500, 104_921]) // { lower: 0, upper: 120_000 }
 */
export function funnelRange(sizes: ArrayLike<number>): Limits {
  let smallest = Infinity;
  let largest = -Infinity;
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i]!;
    if (size < smallest) smallest = size;
    if (size > largest) largest = size;
  }
  if (largest === -Infinity) return { lower: Number.NaN, upper: Number.NaN };
  return {
    lower: largest > 2 * smallest ? 0 : atTwoFigures(0.95 * smallest, Math.floor),
    upper: atTwoFigures(1.05 * largest, Math.ceil),
  };
}

function atTwoFigures(value: number, round: (value: number) => number): number {
  if (value === 0) return 0;
  const exponent = Number(value.toExponential().split("e")[1]) - 1;
  // The unit as text: powers of ten are exact that way, and differ between versions of engines otherwise.
  return exponent < 0
    ? round(value * Number(`1e${-exponent}`)) / Number(`1e${-exponent}`)
    : round(value / Number(`1e${exponent}`)) * Number(`1e${exponent}`);
}
