import type { Age, Provenance } from "@popneeds/core";

/** A standard population: how many of its people are in each band of ages. */
export interface Standard {
  readonly id: string;
  /** As steps and captions print it: `European Standard Population 2013`. */
  readonly name: string;
  /** Bands in order, without gap or overlap. */
  readonly bands: readonly Age[];
  /** People in each band, on any scale. */
  readonly weights: readonly number[];
  /** Who laid it down, and where it is published. */
  readonly source: string;
  readonly provenance: Provenance;
}
