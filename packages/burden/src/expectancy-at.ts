import { PopneedsError, type Sex } from "@popneeds/core";
import type { ReferenceLifeTable } from "@popneeds/population";

/**
 * Years that a person of an exact age can expect by a reference life table: on the straight line between the two ages of the
 * table on either side. Above the oldest age of the table, the years at that age; below the youngest, those at the youngest.
 *
 * A table for both sexes together (`all`) serves either.
 *
 * @param age exact age in years, 0 or more
 * @returns years, 0 or more
 * @throws PopneedsError `no-expectancy` when the table has neither the sex nor both together
 *
 * @example
 * expectancyAt(reference, "female", 32.5)
 */
export function expectancyAt({ name, expectancy }: ReferenceLifeTable, sex: Sex, age: number): number {
  const rows = expectancy[sex] ?? expectancy.all;
  if (!rows)
    throw new PopneedsError({
      code: "no-expectancy",
      message: `expectancyAt: ${name} has no expectancy for sex "${sex}"; it has ${Object.keys(expectancy).join(", ")}`,
      fix: "Give deaths by the sexes of the table, or a table for both sexes together.",
    });
  const above = rows.findIndex((row) => row.age >= age);
  if (above === -1) return rows.at(-1)!.years;
  const upper = rows[above]!;
  const lower = rows[above - 1];
  if (upper.age === age || !lower) return upper.years;
  const way = (age - lower.age) / (upper.age - lower.age);
  return lower.years + way * (upper.years - lower.years);
}
