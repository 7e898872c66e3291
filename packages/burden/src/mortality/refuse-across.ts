import { type Age, PopneedsError } from "@popneeds/core";

/** Refuses bands of ages that lie on both sides of one of the given ages. */
export function refuseAcross(caller: string, bands: readonly Age[], limits: readonly number[]): void {
  const across = bands.filter(({ from, to }) => limits.some((limit) => from < limit && to > limit));
  if (across.length > 0)
    throw new PopneedsError({
      code: "age-across-limit",
      message: `${caller}: every band of ages must end or start at ${[...new Set(limits)].join(" and ")}, or keep to one side; ${across.length} of ${bands.length} do not:`,
      where: across.map((band) => band.label),
      fix: "Give deaths by narrower bands of ages, or choose ages at which the bands start.",
    });
}
