import { type Age, PopneedsError } from "@popneeds/core";

/**
 * Refuses bands of ages that do not follow on one another, or of which the last is not open.
 *
 * @param what the tables to bring to common bands, for the fix: `deaths and people`
 */
export function requireBands(caller: string, ages: readonly Age[], what: string): void {
  const apart = ages.findIndex(({ to }, i) => to !== (ages[i + 1]?.from ?? Number.POSITIVE_INFINITY));
  if (apart === -1) return;
  const next = ages[apart + 1];
  throw new PopneedsError({
    code: "bands-apart",
    message: next
      ? `${caller}: bands of ages must follow on one another; ${ages[apart]!.label} is followed by ${next.label}`
      : `${caller}: the last band of ages must be open; found ${ages[apart]!.label}`,
    fix: `Bring ${what} to common bands, the last one open: into(deaths, ageBands(0, 1, 5, …, 90)).`,
  });
}
