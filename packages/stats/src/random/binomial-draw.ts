import { betaDraw } from "./beta-draw.ts";
import type { Random } from "./create-random.ts";

/**
 * A draw from the binomial distribution: how many of so many trials succeed.
 *
 * Many trials are halved again and again: the middle one of their uniform numbers in order is a beta draw, and says how many lie
 * to each side of the chance. Few are counted one by one.
 *
 * @param random the stream, which moves on
 * @param trials a whole number from 0
 * @param chance of success, from 0 to 1
 * @returns a whole number from 0 to `trials`
 * @throws RangeError where trials are no whole number from 0, or the chance is not from 0 to 1
 *
 * Source: Relles DA. A simple algorithm for generating binomial random variables when N is large. J Am Stat Assoc
 * 1972;67:612–3.
 * Reference: `binomialDistribution` (as `pbinom` of R 4.2.2) by a chi-square test, in tests.
 *
 * @example
 * binomialDraw(createRandom(1), 100, 0.3) // 24
 */
export function binomialDraw(random: Random, trials: number, chance: number): number {
  if (!(Number.isInteger(trials) && trials >= 0)) {
    throw new RangeError(`binomialDraw: trials must be a whole number from 0, got ${trials}`);
  }
  if (!(chance >= 0 && chance <= 1)) {
    throw new RangeError(`binomialDraw: chance must be from 0 to 1, got ${chance}`);
  }
  let [left, p, count] = [trials, chance, 0];
  while (left > few && p > 0 && p < 1) {
    const middle = Math.floor((left + 1) / 2);
    const x = betaDraw(random, middle, left + 1 - middle);
    if (x <= p) {
      count += middle;
      left -= middle;
      p = x === 1 ? 0 : (p - x) / (1 - x);
    } else {
      left = middle - 1;
      p /= x;
    }
  }
  if (p <= 0) return count;
  if (p >= 1) return count + left;
  for (let i = 0; i < left; i++) if (random.uniform() < p) count++;
  return count;
}

const few = 16;
