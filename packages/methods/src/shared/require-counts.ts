import { type Additive, PopneedsError } from "@popneeds/core";

/**
 * Refuses events that are no counts, such as years lost: the limits of counts would be far too narrow for them, since a death
 * of one person brings many years at once. The types refuse them too; a script without types does not.
 */
export function requireCounts(caller: string, { kind }: { readonly kind: Additive }): void {
  if (kind === "count") return;
  throw new PopneedsError({
    code: "not-counts",
    message: `${caller}: events must be counts, since the limits are those of counts; these are ${kind}`,
    fix: "For years lost use burdenRateLimits or yearsOfLifeLostLimits, whose limits are those of the deaths behind the years, or draws (yearsOfLifeLostDraws).",
  });
}
