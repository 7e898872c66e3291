import { type Age, PopneedsError } from "@popneeds/core";
import { createStandard } from "./create-standard.ts";
import type { Standard } from "./standard.ts";

/**
 * The standard summed into other bands: each band's weight is the exact sum of the weights of the standard's bands in it.
 *
 * Bands of the standard that lie outside all of the bands asked for are left out, as for a rate under 75.
 *
 * @param bands bands that do not overlap, in any order; the result has them in order of age
 * @throws PopneedsError `standard-cut` when a band asked for cuts through one of the standard's, whose people cannot be
 * told apart; `invalid-standard` when the bands leave a gap or overlap
 *
 * @example
 * regroupStandard(esp2013, ageBands(0, 65)).weights // [80500, 19500]
 */
export function regroupStandard(standard: Standard, bands: readonly Age[]): Standard {
  const inOrder = [...bands].sort((a, b) => a.from - b.from);
  const cut = standard.bands.filter((own) =>
    inOrder.some((band) => band.from < own.to && own.from < band.to && !(band.from <= own.from && own.to <= band.to)),
  );
  if (cut.length > 0)
    throw new PopneedsError({
      code: "standard-cut",
      message: `regroupStandard: bands must not cut through those of the ${standard.name}; ${cut.length} are cut:`,
      where: cut.map((own) => own.label),
      fix: "Sum the counts into wider bands first: into(table, standard.bands).",
    });
  const within = (band: Age) =>
    standard.weights.filter((_, i) => band.from <= standard.bands[i]!.from && standard.bands[i]!.to <= band.to);
  return createStandard({
    ...standard,
    rows: inOrder.map((band) => [band.from, band.to, within(band).reduce((sum, weight) => sum + weight, 0)]),
  });
}
