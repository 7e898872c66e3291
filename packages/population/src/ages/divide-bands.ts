import type { Missing } from "@popneeds/core";
import type { Smoothing } from "@popneeds/stats";
import { roundToTotal } from "../rounding/round-to-total.ts";
import { graduationMethods, type UngroupMethod } from "./graduation-methods.ts";

/** How bands are divided, all said. */
export interface DivideOptions {
  readonly method: UngroupMethod;
  readonly bands: "kept" | "as fitted";
  readonly rounding: "none" | "whole";
  readonly smoothing: Smoothing;
  /** Whether the last band was open, and its end is a supposition. */
  readonly wasOpen: boolean;
}

/** Single years of one group, each a number or the reason why there is none. */
export interface Divided {
  readonly years: readonly (number | Missing)[];
  readonly doubt: string | null;
}

/** Divides the bands of one group into single years. */
export function divideBands(
  figures: readonly (number | Missing)[],
  widths: readonly number[],
  { method, bands, rounding, smoothing, wasOpen }: DivideOptions,
): Divided {
  const counts = figures.map((figure) => (typeof figure === "number" ? figure : Number.NaN));
  const { keepsBands, years } = graduationMethods[method];
  const { value, doubt } = years(counts, widths, { smoothing, wasOpen });
  const single: (number | Missing)[] = [];
  let at = 0;
  for (const [k, width] of widths.entries()) {
    const own = Array.from(value.subarray(at, at + width));
    at += width;
    const figure = figures[k]!;
    if (typeof figure === "string") single.push(...own.map(() => figure));
    else if (own.some(Number.isNaN)) single.push(...own.map(() => "incomplete" as const));
    else {
      const kept = keepsBands || bands === "as fitted" ? own : scaled(own, figure);
      single.push(...(rounding === "whole" ? roundToTotal(kept) : kept));
    }
  }
  return { years: single, doubt };
}

/** Years brought to a total in proportion; evenly, where they come to nothing. */
function scaled(years: readonly number[], total: number): readonly number[] {
  const sum = years.reduce((a, b) => a + b, 0);
  return sum > 0 ? years.map((year) => (year * total) / sum) : years.map(() => total / years.length);
}
