import type { Composite } from "./composite.ts";
import { type Fitted, fitCompositeLink } from "./fit-composite-link.ts";

/** How much a composite link is smoothed: a weight, or the criterion by which it is chosen. */
export type Smoothing = number | "akaike" | "bayesian";

/** A fit, with the weight it was smoothed by. */
export interface Chosen extends Fitted {
  readonly smoothing: number;
}

/**
 * Fits a composite link with the weight given, or with that which makes the criterion least.
 *
 * The weights tried are even on the logarithm, half a decade apart; the best is then refined by golden section to 1e-5 of
 * itself. Each fit starts from the one before.
 */
export function chooseSmoothing(
  composite: Composite,
  smoothing: Smoothing,
  [least, most]: readonly [least: number, most: number],
): Chosen {
  // A level line: no slope, no second differences.
  const start = new Float64Array(composite.basis.splines);
  start[0] = Math.log(meanRate(composite));
  if (typeof smoothing === "number") return { ...fitCompositeLink(composite, smoothing, start), smoothing };
  const price = smoothing === "akaike" ? 2 : Math.log(composite.counts.length);
  let last: Float64Array = start;
  const at = (logarithm: number): Chosen & { readonly criterion: number } => {
    const weight = Math.exp(logarithm);
    const fit = fitCompositeLink(composite, weight, last);
    last = fit.bends;
    return { ...fit, smoothing: weight, criterion: fit.deviance + price * fit.dimension };
  };
  const [low, high] = [Math.log(least), Math.log(most)];
  const steps = Math.max(1, Math.round((high - low) / (Math.LN10 / 2)));
  const grid = Array.from({ length: steps + 1 }, (_, i) => at(low + ((high - low) * i) / steps));
  const best = grid.reduce((a, b, i) => (b.criterion < grid[a]!.criterion ? i : a), 0);
  const width = (high - low) / steps;
  let a = Math.max(low, low + (best - 1) * width);
  let b = Math.min(high, low + (best + 1) * width);
  const golden = (Math.sqrt(5) - 1) / 2;
  let left = at(b - golden * (b - a));
  let right = at(a + golden * (b - a));
  while (b - a > 1e-5) {
    if (left.criterion <= right.criterion) {
      b = Math.log(right.smoothing);
      right = left;
      left = at(b - golden * (b - a));
    } else {
      a = Math.log(left.smoothing);
      left = right;
      right = at(a + golden * (b - a));
    }
  }
  return [left, right].reduce((x, y) => (y.criterion < x.criterion ? y : x), grid[best]!);
}

function meanRate({ counts, population }: Composite): number {
  let [events, people] = [0, 0];
  for (let k = 0; k < counts.length; k++) events += counts[k]!;
  for (const own of population) people += own;
  return events / people;
}
