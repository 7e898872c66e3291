import { binomialDraw } from "./binomial-draw.ts";
import type { Random } from "./create-random.ts";
import { gammaDraw } from "./gamma-draw.ts";
import { plainExponential } from "./plain-exponential.ts";

/**
 * A draw from the Poisson distribution: a count of events of which so many are expected.
 *
 * A large mean is cut down: the time of the n-th event, n being 7/8 of the mean, is a gamma draw, and the events before the mean
 * are then a binomial draw, or n and a Poisson draw of what time is left. A small one multiplies uniform numbers.
 *
 * @param random the stream, which moves on
 * @param mean events expected, 0 or more
 * @returns a whole number from 0; 0 where the mean is 0
 * @throws RangeError where the mean is negative, infinite or missing
 *
 * Source: Ahrens JH, Dieter U. Computer methods for sampling from gamma, beta, Poisson and binomial distributions. Computing
 * 1974;12:223–46.
 * Reference: `poissonDistribution` (as `ppois` of R 4.2.2) by a chi-square test, in tests.
 *
 * @example
 * poissonDraw(createRandom(1), 25) // 19
 */
export function poissonDraw(random: Random, mean: number): number {
  if (!(mean >= 0) || mean === Infinity) {
    throw new RangeError(`poissonDraw: mean must be 0 or more, got ${mean}`);
  }
  let [left, count] = [mean, 0];
  while (left > small) {
    const events = Math.floor((left * 7) / 8);
    const time = gammaDraw(random, events);
    if (time > left) return count + binomialDraw(random, events - 1, left / time);
    count += events;
    left -= time;
  }
  const end = plainExponential(-left);
  for (let product = 1 - random.uniform(); product > end; product *= 1 - random.uniform()) count++;
  return count;
}

const small = 12;
