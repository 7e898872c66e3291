import type { Random } from "./create-random.ts";
import { poissonDraw } from "./poisson-draw.ts";

/**
 * Draws from one Poisson distribution, again and again: the fast way to many draws of a count.
 *
 * The chances of all counts that can be told from 0 are worked out once, outwards from the likeliest, each from its neighbour by sums,
 * products and quotients. A draw is the count at which they together pass one uniform number. So one draw takes one number from the stream, and
 * of two means drawn with the same number the larger never gives the smaller count: common random numbers keep contrasts steady. Means above a
 * million, whose table would be long, are drawn by `poissonDraw`.
 *
 * @param mean events expected, 0 or more
 * @returns a function that draws a whole number from 0 with the stream it is given; 0 where the mean is 0
 * @throws RangeError where the mean is negative, infinite or missing
 *
 * Source: Devroye L. Non-Uniform Random Variate Generation, 1986, III.2 (inversion).
 * Reference: `qpois` of R 4.2.2, in tests.
 *
 * @example
 * poissonDrawer(25)(createRandom(1)) // 29
 */
export function poissonDrawer(mean: number): (random: Random) => number {
  if (!(mean >= 0) || mean === Infinity) {
    throw new RangeError(`poissonDrawer: mean must be 0 or more, got ${mean}`);
  }
  if (mean === 0) return () => 0;
  if (mean > largest) return (random) => poissonDraw(random, mean);
  const { first, sums } = chancesUpTo(mean);
  return (random) => first + firstAbove(sums, random.uniform());
}

const largest = 1e6;
// Against the likeliest count, whose chance is 1 here: far below what a number of 53 bits can tell from 0.
const negligible = 1e-20;

/** The chance of so many events or fewer, from the first count that can be told from 0. */
function chancesUpTo(mean: number): { readonly first: number; readonly sums: Float64Array } {
  const middle = Math.floor(mean);
  const below: number[] = [];
  let chance = 1;
  for (let k = middle; k > 0 && chance > negligible; k--) {
    chance *= k / mean;
    below.push(chance);
  }
  const above: number[] = [];
  chance = 1;
  for (let k = middle + 1; chance > negligible; k++) {
    chance *= mean / k;
    above.push(chance);
  }
  const sums = Float64Array.from([...below.reverse(), 1, ...above]);
  for (let i = 1; i < sums.length; i++) sums[i]! += sums[i - 1]!;
  const all = sums.at(-1)!;
  return { first: middle - below.length, sums: sums.map((sum) => sum / all) };
}

/** The place of the first number above another; the last is 1, and the other below 1. */
function firstAbove(rising: Float64Array, number: number): number {
  let [from, to] = [0, rising.length - 1];
  while (from < to) {
    const between = (from + to) >>> 1;
    if (rising[between]! > number) to = between;
    else from = between + 1;
  }
  return from;
}
