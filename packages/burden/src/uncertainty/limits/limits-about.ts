import { type MeasureColumn, type Missing, measureColumn, PopneedsError } from "@popneeds/core";
import { normalDeviate } from "@popneeds/stats";

/** How limits by the delta method are placed. */
export interface DeltaLimitsOptions {
  /** Coverage of the limits, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /**
   * `normal` (default): figure ± z × standard error; `log-normal`: figure × exp(± z × standard error ÷ figure), which stays above 0 and leans to the right as
   * small numbers do (about a figure of 0 that varies, normal).
   */
  readonly limits?: "normal" | "log-normal";
}

/** What the delta method gives beside a figure. */
export interface DeltaColumns {
  readonly standardError: MeasureColumn<"score">;
  readonly lower: MeasureColumn<"limit">;
  readonly upper: MeasureColumn<"limit">;
}

/** Standard errors and limits about figures; a figure of 0 that does not vary has no limits, since no events say nothing of how rare they are. */
export function limitsAbout(
  caller: string,
  figures: readonly (number | Missing)[],
  variances: readonly (number | Missing)[],
  { level = 0.95, limits = "normal" }: DeltaLimitsOptions,
): DeltaColumns {
  if (!(level > 0 && level < 1 && (limits === "normal" || limits === "log-normal")))
    throw new PopneedsError({
      code: "invalid-option",
      message: `${caller}: level must be between 0 and 1, and limits normal or log-normal; found ${level} and ${limits}`,
      fix: "Write 0.95 for 95%.",
    });
  const z = normalDeviate(level);
  const errors = figures.map((figure, row): number | Missing => {
    const variance = variances[row]!;
    return typeof figure === "string" ? figure : typeof variance === "string" ? variance : Math.sqrt(variance);
  });
  const limit = (sign: 1 | -1) =>
    errors.map((error, row): number | Missing => {
      if (typeof error === "string") return error;
      const figure = figures[row] as number;
      if (figure === 0) return error === 0 ? "too few events" : sign * z * error;
      return limits === "normal" ? figure + sign * z * error : figure * Math.exp((sign * z * error) / figure);
    });
  return {
    standardError: measureColumn("score", errors),
    lower: measureColumn("limit", limit(-1)),
    upper: measureColumn("limit", limit(1)),
  };
}

/** How limits were placed, in words. */
export function limitsInWords({ level = 0.95, limits = "normal" }: DeltaLimitsOptions): string {
  return `${limits} limits, level ${level}, by the delta method`;
}
