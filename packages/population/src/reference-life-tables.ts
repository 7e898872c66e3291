import { fromSource, type Sex } from "@popneeds/core";
import type { DataFolder } from "@popneeds/ingest";
import { createReferenceLifeTable, type ReferenceLifeTable } from "./reference-life-table.ts";

const names: Readonly<Record<string, string>> = {
  "uk-nlt-2016-18": "United Kingdom national life tables 2016-18",
};
const sexes: Readonly<Record<string, Sex>> = { female: "female", male: "male", all: "all", both: "all" };

/**
 * The reference life tables of a data folder, by id.
 *
 * @param data a data folder with the table `standards-reference-life-tables`: table, sex (female, male, or both), age,
 * expectancy in years
 * @throws PopneedsError `invalid-life-table` when a row is no number, or an age comes twice
 *
 * @example
 * const tables = await referenceLifeTables(await openData("datasets"));
 * tables.get("uk-nlt-2016-18")?.expectancy.female?.[0]?.years // 82.93
 */
export async function referenceLifeTables(data: DataFolder): Promise<ReadonlyMap<string, ReferenceLifeTable>> {
  const { rows, source } = await data.records("standards-reference-life-tables", ["table", "sex", "age", "expectancy"]);
  const provenance = Object.freeze({ ...fromSource(source), evidence: "observed" as const });
  return new Map(
    [...new Set(rows.map((row) => row.table!))].map((id) => [
      id,
      createReferenceLifeTable({
        id,
        name: names[id] ?? id,
        rows: rows
          .filter((row) => row.table === id)
          .map((row) => ({
            sex: sexes[row.sex!.toLowerCase()] ?? "all",
            age: number(row.age!),
            years: number(row.expectancy!),
          })),
        provenance,
      }),
    ]),
  );
}

function number(text: string): number {
  return text === "" ? Number.NaN : Number(text);
}
