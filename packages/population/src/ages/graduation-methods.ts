import { type Age, PopneedsError } from "@popneeds/core";
import {
  modifiedBeersGraduation,
  monotoneGraduation,
  ordinaryBeersGraduation,
  penalisedCompositeLink,
  type Smoothing,
  spragueGraduation,
  uniformGraduation,
} from "@popneeds/stats";

/** How bands of ages are divided into single years. */
export type UngroupMethod =
  | "uniform"
  | "sprague"
  | "ordinary beers"
  | "modified beers"
  | "monotone"
  | "penalised composite link";

/** A method as a step of the provenance names it, and what it can take. */
export interface GraduationMethod {
  readonly said: string;
  readonly fiveYearsOnly: boolean;
  /** Whether single years add up to their bands without more ado. */
  readonly keepsBands: boolean;
  readonly years: (counts: readonly number[], widths: readonly number[], how: HowSmooth) => Years;
}

export interface HowSmooth {
  readonly smoothing: Smoothing;
  /** Whether the last band was open, and its end is a supposition. */
  readonly wasOpen: boolean;
}

export interface Years {
  readonly value: Float64Array;
  /** What an analyst should know of the fit. */
  readonly doubt: string | null;
}

const plain =
  (graduate: (counts: ArrayLike<number>, widths: ArrayLike<number>) => Float64Array) =>
  (counts: readonly number[], widths: readonly number[]): Years => ({ value: graduate(counts, widths), doubt: null });

export const graduationMethods: Readonly<Record<UngroupMethod, GraduationMethod>> = {
  uniform: { said: "spread evenly", fiveYearsOnly: false, keepsBands: true, years: plain(uniformGraduation) },
  sprague: { said: "by Sprague's multipliers", fiveYearsOnly: true, keepsBands: true, years: plain(spragueGraduation) },
  "ordinary beers": {
    said: "by Beers's ordinary multipliers",
    fiveYearsOnly: true,
    keepsBands: true,
    years: plain(ordinaryBeersGraduation),
  },
  "modified beers": {
    said: "by Beers's modified multipliers",
    fiveYearsOnly: true,
    keepsBands: false,
    years: plain(modifiedBeersGraduation),
  },
  monotone: {
    said: "by a monotone cubic spline of the cumulated counts (Hyman's filter)",
    fiveYearsOnly: false,
    keepsBands: true,
    years: plain(monotoneGraduation),
  },
  "penalised composite link": {
    said: "by the penalised composite link model",
    fiveYearsOnly: false,
    keepsBands: false,
    years: (counts, widths, { smoothing, wasOpen }) => {
      const fit = penalisedCompositeLink(counts, widths, { smoothing, beyond: wasOpen ? 1 : null });
      const doubt = fit.status === "not converged" ? "the fit did not converge" : null;
      return { value: fit.value, doubt };
    },
  },
};

/** Refuses bands that a method cannot take, before anything is computed. */
export function refuseUnfit(method: UngroupMethod, bands: readonly Age[]): void {
  const { fiveYearsOnly } = graduationMethods[method];
  const odd = fiveYearsOnly ? bands.filter(({ from, to }) => to - from !== 5) : [];
  const least = fiveYearsOnly ? 5 : method === "penalised composite link" ? 3 : 1;
  if (odd.length > 0)
    throw new PopneedsError({
      code: "bands-unfit",
      message: `ungroupAges: the method ${method} needs bands five years wide; ${odd.length} of ${bands.length} are not:`,
      where: odd.map(({ label }) => label),
      fix: 'Sum them into five-year bands first with regroupAges, or use the method "monotone", which takes any.',
    });
  if (bands.length < least)
    throw new PopneedsError({
      code: "bands-unfit",
      message: `ungroupAges: the method ${method} needs ${least} closed bands or more; found ${bands.map(({ label }) => label).join(", ") || "none"}`,
      fix: 'Use the method "monotone" or "uniform", or say with closeAt where the open band ends.',
    });
}
