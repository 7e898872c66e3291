import { PopneedsError } from "@popneeds/core";
import type { ProportionControlMethod, ProportionScale, RatioControlMethod, RatioScale } from "@popneeds/stats";
import { printLevel, requireScale } from "../shared/scale.ts";
import type { FunnelOptions } from "./funnel.ts";

/** Refuses options that cannot be; `most` is the largest value that a target can reach. */
export function requireFunnelOptions(
  caller: string,
  { levels, target, against, outlierShare, points }: FunnelOptions,
  most = Number.POSITIVE_INFINITY,
): void {
  for (const level of levels ?? []) requireScale(caller, { level });
  const fault = (name: string, found: unknown, fix: string) =>
    new PopneedsError({ code: "invalid-option", message: `${caller}: invalid ${name}: ${found}`, fix });
  if (levels && !(levels.length === 2 && levels[0] < levels[1]))
    throw fault("levels", levels.join(", "), "Give two coverages, the inner first, such as [0.95, 0.998].");
  if (target !== undefined && !(target > 0 && target < most))
    throw fault("target", target, "Give a number above 0 that can be reached, in the unit of the values.");
  if (target !== undefined && against !== undefined)
    throw fault("target", `${target} beside against "${against}"`, "Give one of the two.");
  if (outlierShare !== undefined && !(outlierShare >= 0 && outlierShare < 0.5))
    throw fault("outlierShare", outlierShare, "Give a share from 0 to less than a half, such as 0.1.");
  if (points !== undefined && !(Number.isInteger(points) && points > 1))
    throw fault("points", points, "Give a whole number from 2, such as 100.");
}

const dispersionInWords = {
  none: "areas taken to differ by chance alone",
  multiplicative: "limits widened by the square root of the dispersion",
  additive: "limits widened by the variance between areas",
} as const;

const outliersInWords = {
  winsorise: "outermost drawn in,",
  truncate: "outermost left out,",
  keep: "outermost kept",
} as const;

const methodInWords: Readonly<Record<RatioControlMethod | ProportionControlMethod, string>> = {
  exact: "exact limits",
  interpolated: "exact limits, interpolated between whole counts,",
  "limits of the expected": "exact limits of the expected count",
  normal: "normal limits",
  score: "score limits",
  arcsine: "arcsine limits",
};

/** How the limits were placed, for the provenance. */
export interface Placed {
  /** What is compared: `crude rates per 100,000`. */
  readonly said: string;
  readonly method: RatioControlMethod | ProportionControlMethod;
  /** The scale on which widened limits are placed. */
  readonly scale: RatioScale | ProportionScale;
  /** What makes a signal. */
  readonly signals: "control limits" | "own limits";
}

/** What was done, for the provenance. */
export function describeFunnel({ said, method, scale, signals }: Placed, options: FunnelOptions): string {
  const {
    levels = [0.95, 0.998],
    target,
    against,
    dispersion = "none",
    outliers = "winsorise",
    outlierShare = 0.1,
  } = options;
  const others = against === undefined ? "all areas together" : `the value of ${against}`;
  const centre = target === undefined ? others : `a target of ${target}`;
  const limits = dispersion === "none" ? methodInWords[method] : `limits on the scale of the ${scale}`;
  const share = outliers === "keep" ? "" : ` ${printLevel(outlierShare)}`;
  const steps = [
    `${said} against a funnel around ${centre}, ${limits} of ${levels.map(printLevel).join(" and ")} at each area's size`,
    `${dispersionInWords[dispersion]}${dispersion === "none" ? "" : ` (${outliersInWords[outliers]}${share})`}`,
    signals === "own limits" ? "signals by the area's own limits, exact below 10 events and Byar's from 10" : null,
    options.convention === undefined ? null : `by the convention ${options.convention}`,
  ];
  return steps.filter((words) => words !== null).join("; ");
}
