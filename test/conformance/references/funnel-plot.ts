import {
  adjustedProportionLimits,
  adjustedRatioLimits,
  type Limits,
  movingRangeDispersion,
  overdispersion,
  proportionScores,
  ratioControlLimits,
  ratioScores,
} from "@popneeds/stats";
import type { Inputs } from "../case.ts";
import { NotImplemented } from "../not-implemented.ts";
import { numbersOf } from "./columns.ts";
import { sum } from "./phe.ts";

// The manners of FunnelPlotR: its deviates have six decimals, and its limits take the winsorised variance.

/** `srLimits`: the exact limits of the expected events, as those of a ratio. */
export function srLimits(inputs: Inputs) {
  const expected = numbersOf(inputs, "expected");
  const at = (level: number) => expected.map((e) => ratioControlLimits(e, { method: "limits of the expected", level }));
  return { number_seq: expected, ...columns(at(0.95), at(0.998), "") };
}

/** `overdispersion`: scores, φ and τ² with outliers drawn in and left out, and the limits that allow for them. */
export function funnelOverdispersion(inputs: Inputs) {
  const { dataType, srMethod, trimBy } = inputs;
  if (srMethod !== "SHMI" || typeof trimBy !== "number") throw new NotImplemented(`srMethod ${srMethod}`);
  const part = numbersOf(inputs, "numerator");
  const size = numbersOf(inputs, "denominator");
  const ofRatios = dataType === "SR";
  if (!ofRatios && dataType !== "PR") throw new NotImplemented(`dataType ${dataType}`);
  const target = ofRatios ? 1 : sum(part) / sum(size);
  const { scores, standardErrors } = ofRatios
    ? ratioScores(part, size, { scale: "log" })
    : proportionScores(part, size, target);
  const winsorised = overdispersion(scores, standardErrors, { share: trimBy });
  const truncated = overdispersion(scores, standardErrors, { outliers: "truncate", share: trimBy });
  const { betweenVariance } = winsorised;
  const at = (deviate: number) =>
    size.map((n) =>
      ofRatios
        ? adjustedRatioLimits(n, 1, { scale: "log", betweenVariance, deviate })
        : adjustedProportionLimits(n, target, { betweenVariance, deviate }),
    );
  return {
    z: scores,
    winsorisedZ: winsorised.scores,
    phiWinsorised: winsorised.phi,
    tau2Winsorised: betweenVariance,
    truncatedZ: truncated.scores,
    phiTruncated: truncated.phi,
    tau2Truncated: truncated.betweenVariance,
    target,
    limits: {
      number_seq: size,
      s: standardErrors,
      ...columns(narrowing(at(1.959964), ofRatios), narrowing(at(3.090232), ofRatios), "od"),
    },
  };
}

/** `rateFunnelLaney`: areas in order of size, and limits widened by the moving range of their scores. */
export function rateFunnelLaney(inputs: Inputs) {
  const id = numbersOf(inputs, "id");
  const size = numbersOf(inputs, "denominator");
  const events = numbersOf(inputs, "numerator");
  const centre = numbersOf(inputs, "centre")[0]!;
  const order = [...id.keys()].sort((a, b) => size[a]! - size[b]!);
  const { scores, standardErrors } = ratioScores(events, size, { target: centre, scale: "plain" });
  const sigmaZ = movingRangeDispersion(order.map((i) => scores[i]!));
  const at = (deviate: number) => order.map((i) => centre + deviate * standardErrors[i]! * sigmaZ);
  return {
    order: order.map((i) => id[i]!),
    sigmaZ,
    z: order.map((i) => scores[i]! / sigmaZ),
    lcl3: at(-3),
    ucl3: at(3),
    lcl2: at(-2),
    ucl2: at(2),
  };
}

/**
 * The reference takes the rows to be in order of size and gives up a limit of a proportion that is wider in the next row,
 * which in other orders loses limits that are right.
 */
function narrowing(limits: readonly Limits[], ofRatios: boolean): readonly Limits[] {
  if (ofRatios) return limits;
  return limits.map(({ lower, upper }, i) => {
    const next = limits[i + 1] ?? { lower, upper };
    return { lower: lower > next.lower ? 0 : lower, upper: upper < next.upper ? 1 : upper };
  });
}

function columns(inner: readonly Limits[], outer: readonly Limits[], prefix: string) {
  return {
    [`${prefix}ll95`]: inner.map(({ lower }) => lower),
    [`${prefix}ul95`]: inner.map(({ upper }) => upper),
    [`${prefix}ll998`]: outer.map(({ lower }) => lower),
    [`${prefix}ul998`]: outer.map(({ upper }) => upper),
  };
}
