import { type RatioControlMethod, ratioFunnel, ratioScores } from "@popneeds/stats";
import type { FunnelShape } from "./one-funnel.ts";

/** How Poisson counts among sizes, people or expected events, are set against a target. */
export function poissonShape(
  per: number,
  method: RatioControlMethod,
  signals: "control limits" | "own limits",
  levels: readonly [number, number] = [0.95, 0.998],
): Pick<FunnelShape<"rate">, "against" | "method" | "scale" | "scores" | "signals" | "valueAmong"> {
  return {
    method,
    signals,
    scale: "square root",
    valueAmong: (events, size) => (events / size) * per,
    against: (events, sizes, target, spread) =>
      ratioFunnel(events, sizes, {
        levels,
        method,
        per,
        target,
        signals,
        ...(spread && { dispersion: { scale: "square root", ...spread } }),
      }),
    scores: (events, sizes, target) => ratioScores(events, sizes, { target: target / per }),
  };
}
