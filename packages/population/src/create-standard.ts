import { ageBand, noSource, PopneedsError, type Provenance } from "@popneeds/core";
import type { Standard } from "./standard.ts";

export interface StandardParts {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** Bands from young to old: first age, first age above the band (`Infinity` when open), people. */
  readonly rows: readonly (readonly [from: number, to: number, weight: number])[];
  readonly provenance?: Provenance;
}

/**
 * Makes a standard population of its bands and weights.
 *
 * What people are weighted by says nothing about how firm a count is: give a provenance whose evidence is `observed`.
 *
 * @param parts bands in order, without gap or overlap; weights of 0 or more, on any scale, not all 0
 * @throws PopneedsError `invalid-standard` when a weight is negative or missing, all are 0, or bands leave a gap or overlap
 */
export function createStandard({ id, name, source, rows, provenance = noSource }: StandardParts): Standard {
  const faults = rows.flatMap(([from, to, weight], i) => {
    const next = rows[i + 1];
    const where = `ages ${from} to ${to}: weight ${weight}`;
    return !(weight >= 0) || weight === Number.POSITIVE_INFINITY || (next && next[0] !== to) ? [where] : [];
  });
  if (rows.length === 0 || rows.every(([, , weight]) => weight === 0)) faults.push("the weights add up to 0");
  if (faults.length > 0)
    throw new PopneedsError({
      code: "invalid-standard",
      message: `standard ${id}: bands must follow on one another, with weights of 0 or more; ${faults.length} do not:`,
      where: faults,
      fix: "Correct the bands; age_to is the first age above the band, blank in the open band.",
    });
  return Object.freeze({
    id,
    name,
    source,
    bands: Object.freeze(rows.map(([from, to]) => ageBand(from, to))),
    weights: Object.freeze(rows.map(([, , weight]) => weight)),
    provenance,
  });
}
