import type { DataFolder } from "@popneeds/ingest";
import type { Standard } from "./standard.ts";
import { standardsFromRecords } from "./standards-from-records.ts";

const names: Readonly<Record<string, string>> = {
  esp1976: "European Standard Population 1976",
  esp2013: "European Standard Population 2013",
  "esp2013-95-and-over": "European Standard Population 2013, to 95 and over",
  "segi-1960": "World Standard Population 1960 (Segi)",
};

/**
 * The standard populations of a data folder, by id.
 *
 * @param data a data folder with the table `standards-standard-populations`: standard, age_from, age_to (the first age
 * above the band; blank in the open band), weight
 * @throws PopneedsError `invalid-standard` when the bands of a standard leave a gap or overlap, or a weight is no number
 *
 * @example
 * const standards = await standardPopulations(await openData("datasets"));
 * standards.get("esp2013")?.weights[0] // 1000
 */
export async function standardPopulations(data: DataFolder): Promise<ReadonlyMap<string, Standard>> {
  const columns = ["standard", "age_from", "age_to", "weight"];
  return standardsFromRecords(await data.records("standards-standard-populations", columns), { names });
}
