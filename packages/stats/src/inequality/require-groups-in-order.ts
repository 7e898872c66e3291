import { requirePopulation, requireSameLength } from "../shared/require.ts";
import type { Scale } from "./slope-fit.ts";

/** Refuses groups through which no line can be laid: too few, without people, or off the scale of the fit. */
export function requireGroupsInOrder(
  caller: string,
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  scale: Scale = "linear",
  least: 2 | 3 = 3,
): void {
  requireSameLength(caller, { values, population });
  if (values.length < least) {
    const words = least === 3 ? "three" : "two";
    throw new RangeError(`${caller}: needs ${words} groups or more in order, got ${values.length}`);
  }
  for (let i = 0; i < values.length; i++) {
    requirePopulation(caller, population[i]!, ` in group ${i}`);
    const value = values[i]!;
    const off =
      (scale === "log" && value <= 0) ||
      (scale === "logit" && (value <= 0 || value >= 1)) ||
      Math.abs(value) === Infinity;
    if (off) throw new RangeError(`${caller}: values must be ${bounds[scale]}, got ${value} in group ${i}`);
  }
}

const bounds: Readonly<Record<Scale, string>> = {
  linear: "finite",
  log: "above 0 for a log scale",
  logit: "between 0 and 1 for a logit scale",
};
