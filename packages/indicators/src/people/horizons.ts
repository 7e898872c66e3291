import { endYear, type Period } from "@popneeds/core";
import { baseYear } from "./projected-people.ts";

/** How many years ahead a plan looks. */
export const horizons = [5, 10, 20] as const;

/** Whether a period is the base year or one of the years that a plan looks to. */
export function planningYears(period: Period): boolean {
  return [0, ...horizons].some((years) => baseYear + years === endYear(period));
}
