import type { Derived } from "@popneeds/core";
import {
  type FunnelColumns,
  type FunnelScores,
  funnelAxis,
  funnelRange,
  type Overdispersion,
  overdispersion,
} from "@popneeds/stats";
import type { FunnelOptions } from "./funnel.ts";
import type { Placed } from "./funnel-options.ts";

/** How areas of one kind are set against a funnel. */
export interface FunnelShape<Kind extends Derived> extends Placed {
  readonly kind: Kind;
  /** The largest value that can be, such as 100 per cent; without it there is none. */
  readonly most?: number;
  /** The value of so many events among so large a size. */
  readonly valueAmong: (events: number, size: number) => number;
  /** Sets counts among sizes against a target. */
  readonly against: (events: Float64Array, sizes: Float64Array, target: number, spread: Spread | null) => FunnelColumns;
  /** How far each lies from the target in standard errors. */
  readonly scores: (events: Float64Array, sizes: Float64Array, target: number) => FunnelScores;
}

/** What limits are widened by. */
export interface Spread {
  readonly phi?: number;
  readonly betweenVariance?: number;
}

/** One funnel: its areas, its line, and how far its areas lie apart. */
export interface OneFunnel {
  readonly areas: FunnelColumns;
  readonly axis: Float64Array;
  readonly line: FunnelColumns;
  readonly apart: Overdispersion;
}

/** Sets at least one area against a funnel. */
export function oneFunnel(
  shape: FunnelShape<Derived>,
  events: Float64Array,
  sizes: Float64Array,
  target: number,
  { dispersion = "none", outliers = "winsorise", outlierShare = 0.1, points = 100 }: FunnelOptions,
): OneFunnel {
  const { scores, standardErrors } = shape.scores(events, sizes, target);
  const apart = overdispersion(scores, standardErrors, { outliers, share: outlierShare });
  const spread = spreadOf(dispersion, apart);
  const { lower, upper } = funnelRange(sizes);
  const axis = Float64Array.from(funnelAxis(lower, upper, { points }));
  return {
    areas: shape.against(events, sizes, target, spread),
    axis,
    // A line is the limits of areas of every size on the axis, whatever they counted.
    line: shape.against(new Float64Array(axis.length), axis, target, spread),
    apart,
  };
}

function spreadOf(
  dispersion: "none" | "multiplicative" | "additive",
  { phi, betweenVariance }: Overdispersion,
): Spread | null {
  if (dispersion === "none") return null;
  if (dispersion === "multiplicative") return { phi };
  // The variance between areas is not known of one area alone.
  return { betweenVariance: Number.isNaN(betweenVariance) ? 0 : betweenVariance };
}
