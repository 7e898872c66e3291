import type { Additive, Keys, Table } from "@popneeds/core";
import type { EstimateMeasures } from "../shared/estimate.ts";

/** An indirectly standardised value with its limits, the events observed and expected, and the people. */
export type IndirectEstimates<K extends Keys, Kind extends "ratio" | "rate"> = Table<
  K,
  EstimateMeasures<Kind> & { readonly expected: Additive }
>;
