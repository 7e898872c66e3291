import { sumOver } from "@popneeds/core";
import type { deprivationIndex, TableOf } from "@popneeds/ingest";

/** The counts of the deprivation index by data zone, without its ranks and groups. */
export function summedZones(table: TableOf<(typeof deprivationIndex)["fields"]>) {
  return sumOver(table, "rank", "decile", "quintile");
}
