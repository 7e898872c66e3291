import { type Age, type Exposed, firstThree, type Keys, PopneedsError, type Sex } from "@popneeds/core";
import type { Standard } from "@popneeds/population";
import type { Estimates } from "../shared/estimate.ts";
import { type DirectRateOptions, directly } from "./directly.ts";

/**
 * The rate that each group would have if each of its sexes had the age structure of a standard, and both were as many; the
 * age and the sex key are used up.
 *
 * Rates by age and sex are weighted by the standard, the same for each sex: Σ w·e/n ÷ Σ w over both, so that a standard of
 * 100,000 weighs 200,000. The value is the mean of the two sexes' rates. It is not the rate of everybody standardised by
 * age alone, in which the sex with more people in an age counts for more.
 *
 * @param exposed  events over people or person-years, by age and sex: female and male, never `all`
 * @param standard weights by band; the table's bands must not cut through them
 * @param options  as for `directRate`; `minimumEvents` counts those of both sexes
 * @returns as for `directRate`; a group that lacks an age of one sex is `incomplete`
 * @throws PopneedsError `sexes-mixed` when there is a sex other than female and male; those of `directRate`
 *
 * Source: as for `directRate`; the weights of 200,000: Eurostat, Revision of the European Standard Population, 2013.
 * Reference: `calculate_easr` as used for published profiles, under its convention, 23 cases to 1e-11 relative.
 *
 * @example
 * directRateAcrossSexes(over(deaths, people), esp2013)
 */
export function directRateAcrossSexes<K extends Keys & { readonly age: Age; readonly sex: Sex }>(
  exposed: Exposed<K>,
  standard: Standard,
  options: DirectRateOptions = {},
): Estimates<Omit<K, "age" | "sex">, "rate"> {
  const sexes = exposed.keys.sex.values as readonly Sex[];
  const others = sexes.filter((sex) => sex !== "female" && sex !== "male");
  if (others.length > 0)
    throw new PopneedsError({
      code: "sexes-mixed",
      message: `directRateAcrossSexes: the sexes must be female and male; found ${firstThree(others).join(", ")} as well`,
      fix: 'Keep the parts alone: keep(exposed, { sex: (sex) => sex !== "all" }).',
    });
  const shape = {
    usedUp: ["age", "sex"],
    rows: exposed.keys.age.values.length * 2,
    step: ({ name, source }: Standard) => `directly standardised to the ${name} (${source}), the same for each sex,`,
  };
  const table = exposed as unknown as Exposed<Keys & { readonly age: Age }>;
  return directly("directRateAcrossSexes", table, standard, shape, options) as unknown as Estimates<
    Omit<K, "age" | "sex">,
    "rate"
  >;
}
