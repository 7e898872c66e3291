import { ziggurat } from "./ziggurat.ts";

/** A stream of random numbers. The same seed and stream give the same numbers, in the same order, everywhere. */
export interface Random {
  /** A number from 0 up to, not including, 1, of 53 bits. */
  readonly uniform: () => number;
  /** A whole number from 0 to 2³² − 1. */
  readonly bits: () => number;
  /** A standard normal number. */
  readonly normal: () => number;
  /** Fills an array with standard normal numbers. */
  readonly fillNormal: (into: Float64Array) => void;
}

/** Which stream of a seed. */
export interface RandomOptions {
  /** A whole number from 0: streams of one seed are independent, so that areas or causes can have one each. Default 0. */
  readonly stream?: number;
}

/**
 * A seeded stream of random numbers, for methods whose limits are simulated: the seed is part of the method, and is printed.
 *
 * Bits come from sfc32 (128 bits of state, counter included: no period shorter than 2³²), normal numbers from a ziggurat of
 * 128 layers. All of it is sums, products, quotients and square roots, which every engine rounds alike: no digit hangs on its
 * logarithms or exponentials. Streams differ in one of the four words of the state that the seed fills, and are stirred
 * before use. Not for secrets.
 *
 * @param seed a whole number from 0 to 2⁵³ − 1
 * @param options `stream`: default 0
 * @returns functions that draw; each call moves the stream on
 * @throws RangeError where the seed or the stream is not a whole number in range
 *
 * Source: Doty-Humphrey C. PractRand, sfc32; Doornik JA. An improved ziggurat method to generate normal random samples, 2005;
 * Marsaglia G, Tsang WW. J Stat Softw 2000;5(8).
 * Reference: the recurrence of sfc32 in whole numbers of any size; normal numbers by moments, tails and distribution in tests.
 *
 * @example
 * createRandom(1).uniform() // 0.7887684721623214
 */
export function createRandom(seed: number, { stream = 0 }: RandomOptions = {}): Random {
  requireWhole("seed", seed, Number.MAX_SAFE_INTEGER);
  requireWhole("stream", stream, 2 ** 32 - 1);
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = stream | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum;
  };
  for (let i = 0; i < 15; i++) next();

  const bits = () => next() >>> 0;
  const uniform = () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992;
  const normal = () => ziggurat(bits, uniform);
  return Object.freeze({
    bits,
    uniform,
    normal,
    fillNormal: (into: Float64Array) => {
      for (let i = 0; i < into.length; i++) into[i] = ziggurat(bits, uniform);
    },
  });
}

function requireWhole(name: string, value: number, most: number): void {
  if (!(Number.isInteger(value) && value >= 0 && value <= most)) {
    throw new RangeError(`createRandom: ${name} must be a whole number from 0 to ${most}, got ${value}`);
  }
}
