import { fromSource } from "@popneeds/core";
import type { DataFolder } from "@popneeds/ingest";
import { createStandard } from "./create-standard.ts";
import type { Standard } from "./standard.ts";

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
  const { rows, source } = await data.records("standards-standard-populations", columns);
  return new Map(
    [...new Set(rows.map((row) => row.standard!))].map((id) => [
      id,
      createStandard({
        id,
        name: names[id] ?? id,
        source: `${source.title}. ${source.publisher}`,
        rows: rows
          .filter((row) => row.standard === id)
          .map((row) => [
            number(row.age_from!),
            row.age_to === "" ? Number.POSITIVE_INFINITY : number(row.age_to!),
            number(row.weight!),
          ]),
        provenance: Object.freeze({ ...fromSource(source), evidence: "observed" }),
      }),
    ]),
  );
}

function number(text: string): number {
  return text === "" ? Number.NaN : Number(text);
}
