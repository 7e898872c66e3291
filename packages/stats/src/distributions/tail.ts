import { requireChoice } from "../shared/require-choice.ts";

/** Which tail of a distribution, and on which scale its probability is given. */
export interface TailOptions {
  /** The chance of at most x (`lower`, default), or of more than x (`upper`), which keeps the digits of a small upper tail. */
  readonly tail?: "lower" | "upper";
  /** A probability as it is (`plain`, default), or its natural logarithm (`log`), for tails too small for a number. */
  readonly scale?: "plain" | "log";
}

/** A density as it is (`plain`, default), or its natural logarithm (`log`). */
export type DensityOptions = Pick<TailOptions, "scale">;

/** The tails of a distribution at one point, each worked out when it is asked for. */
export interface Tails {
  readonly lower: () => number;
  readonly upper: () => number;
  /** The logarithm of a tail that is too small for a number. */
  readonly logOfTiny: (tail: "lower" | "upper") => number;
}

const tiny = 1e-280;

/** The tail that is asked for, on the scale that is asked for. */
export function asAsked(caller: string, tails: Tails, { tail = "lower", scale = "plain" }: TailOptions): number {
  requireTail(caller, { tail, scale });
  const wanted = tails[tail]();
  if (scale === "plain" || Number.isNaN(wanted)) return wanted;
  if (wanted > 0.5) return Math.log1p(-tails[tail === "lower" ? "upper" : "lower"]());
  return wanted > tiny ? Math.log(wanted) : tails.logOfTiny(tail);
}

/** The logarithms of both tails of a probability, which add up to 1. */
export interface LogTails {
  readonly lower: number;
  readonly upper: number;
}

/** The logarithms of both tails of a probability that was given; refuses what is none. */
export function tailsGiven(
  caller: string,
  probability: number,
  { tail = "lower", scale = "plain" }: TailOptions,
): LogTails {
  requireTail(caller, { tail, scale });
  if (scale === "log") {
    if (probability > 0) {
      throw new RangeError(`${caller}: the logarithm of a probability must be 0 or less, got ${probability}`);
    }
    const rest = complementOfLog(probability);
    return tail === "lower" ? { lower: probability, upper: rest } : { lower: rest, upper: probability };
  }
  if (probability < 0 || probability > 1) {
    throw new RangeError(`${caller}: probability must be from 0 to 1, got ${probability}`);
  }
  const [own, rest] = [Math.log(probability), Math.log1p(-probability)];
  return tail === "lower" ? { lower: own, upper: rest } : { lower: rest, upper: own };
}

/** Refuses a tail or a scale that there is not. */
export function requireTail(caller: string, { tail = "lower", scale = "plain" }: TailOptions): void {
  requireChoice(caller, "tail", tail, ["lower", "upper"]);
  requireScale(caller, scale);
}

/** Refuses a scale of probabilities that there is not. */
export function requireScale(caller: string, scale: string): void {
  requireChoice(caller, "scale", scale, ["plain", "log"]);
}

/** ln(1 − eˣ) for x of 0 or less. */
export function complementOfLog(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}
