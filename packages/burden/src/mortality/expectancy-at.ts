import { PopneedsError, type Sex } from "@popneeds/core";
import type { ReferenceLifeTable } from "@popneeds/population";

/** What a reference life table says of ages above its oldest. */
export interface AboveOldestAge {
  /**
   * Years that remain above the oldest age of the reference: those at that age (`keep`, default), or, where a number is
   * given, falling on a straight line from them to none at that age, such as 122.
   */
  readonly aboveOldestAge?: "keep" | number;
}

/**
 * Years that a person of an exact age can expect by a reference life table: on the straight line between the two ages of the
 * table on either side. Above the oldest age of the table, the years at that age, or falling to none; below the youngest,
 * those at the youngest.
 *
 * A table for both sexes together (`all`) serves either.
 *
 * @param age exact age in years, 0 or more
 * @param options `aboveOldestAge`: `keep` (default), or the age at which nothing remains
 * @returns years, 0 or more
 * @throws PopneedsError `no-expectancy` when the table has neither the sex nor both together
 * @throws PopneedsError `invalid-option` when nothing is to remain at an age that is not above the oldest of the table
 *
 * @example
 * expectancyAt(reference, "female", 32.5)
 */
export function expectancyAt(
  { name, expectancy }: ReferenceLifeTable,
  sex: Sex,
  age: number,
  { aboveOldestAge = "keep" }: AboveOldestAge = {},
): number {
  const rows = expectancy[sex] ?? expectancy.all;
  if (!rows)
    throw new PopneedsError({
      code: "no-expectancy",
      message: `expectancyAt: ${name} has no expectancy for sex "${sex}"; it has ${Object.keys(expectancy).join(", ")}`,
      fix: "Give deaths by the sexes of the table, or a table for both sexes together.",
    });
  const oldest = rows.at(-1)!;
  if (aboveOldestAge !== "keep" && !(aboveOldestAge > oldest.age && aboveOldestAge < 200))
    throw new PopneedsError({
      code: "invalid-option",
      message: `expectancyAt: aboveOldestAge must be "keep" or an age above ${oldest.age}, the oldest of ${name}; found ${aboveOldestAge}`,
      fix: "Give the age at which nothing remains, such as 122.",
    });
  const above = rows.findIndex((row) => row.age >= age);
  if (above === -1) {
    if (aboveOldestAge === "keep") return oldest.years;
    return oldest.years * Math.max(0, (aboveOldestAge - age) / (aboveOldestAge - oldest.age));
  }
  const upper = rows[above]!;
  const lower = rows[above - 1];
  if (upper.age === age || !lower) return upper.years;
  const way = (age - lower.age) / (upper.age - lower.age);
  return lower.years + way * (upper.years - lower.years);
}
