import { gammaQuantile } from "../distributions/gamma-quantile.ts";

/** The lower limit of Fay and Feuer as a number, for kernels: the gamma variable with the rate's mean and variance. */
export function fayFeuerLower(rate: number, variance: number, tail: number): number {
  return rate === 0 ? 0 : (variance / rate) * gammaQuantile(tail, (rate * rate) / variance);
}

/** The upper limit of Fay and Feuer as a number: as if one event more had happened where an event weighs most. */
export function fayFeuerUpper(rate: number, variance: number, largestWeight: number, tail: number): number {
  const mean = rate + largestWeight;
  const spread = variance + largestWeight * largestWeight;
  return (spread / mean) * gammaQuantile(1 - tail, (mean * mean) / spread);
}
