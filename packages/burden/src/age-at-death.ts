import type { Age } from "@popneeds/core";

export interface AgeAtDeathOptions {
  /**
   * Where in a band deaths are taken to happen. `middle` (default): half way between the birthdays, so 67.5 in 65-69 and 30.5
   * at age 30. `start`: at the first birthday, which overstates the years of wide bands; for exact ages and for repeating
   * older work.
   */
  readonly ageAtDeath?: "middle" | "start";
  /**
   * How many years above its first birthday deaths in the open band are taken to happen. Default 5, as the World Health
   * Organization places deaths at 85 and over at 90.
   */
  readonly openBandYears?: number;
}

/** The exact age at which the deaths of a band are taken to happen. */
export function ageAtDeath(band: Age, { ageAtDeath: convention, openBandYears }: Required<AgeAtDeathOptions>): number {
  if (convention === "start") return band.from;
  return band.to === Number.POSITIVE_INFINITY ? band.from + openBandYears : (band.from + band.to) / 2;
}
