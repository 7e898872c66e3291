import { requireChoice } from "../shared/require-choice.ts";
import type { Smoothing } from "./choose-smoothing.ts";

interface Options {
  readonly smoothing: Smoothing;
  readonly range: readonly [least: number, most: number];
  readonly yearsPerKnot: number;
  readonly beyond: number | null;
}

/** Refuses what a composite link cannot be fitted with. */
export function requireSmoothing(
  caller: string,
  bands: number,
  { smoothing, range, yearsPerKnot, beyond }: Options,
): void {
  if (bands < 3) throw new RangeError(`${caller}: needs at least three bands; got ${bands}`);
  if (typeof smoothing !== "number") requireChoice(caller, "smoothing", smoothing, ["akaike", "bayesian"]);
  else if (!(smoothing > 0 && smoothing <= 1e12)) {
    throw new RangeError(`${caller}: smoothing must be above 0, 1e12 at most, got ${smoothing}`);
  }
  const [least, most] = range;
  if (!(least > 0 && most >= least && most <= 1e12)) {
    throw new RangeError(`${caller}: range must rise from above 0 to 1e12 at most, got ${least} to ${most}`);
  }
  if (!(yearsPerKnot >= 1 && yearsPerKnot <= 200)) {
    throw new RangeError(`${caller}: yearsPerKnot must be from 1 to 200, got ${yearsPerKnot}`);
  }
  if (beyond !== null && !(beyond > 0 && beyond < Infinity)) {
    throw new RangeError(`${caller}: beyond must be above 0, or null, got ${beyond}`);
  }
}
