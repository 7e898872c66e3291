import { fromSource, PopneedsError, type Sex, type Source } from "@popneeds/core";
import { type About, readRecords } from "@popneeds/ingest";
import { createReferenceLifeTable, type ReferenceLifeTable } from "./reference-life-table.ts";

export interface ReferenceLifeTableFile extends Omit<About, "title" | "publisher" | "edition" | "id"> {
  /** How steps and captions print each table, by its id. Default its id. */
  readonly names?: Readonly<Record<string, string>>;
  /** The licence of each table, by its id, where the file does not say it. */
  readonly licences?: Readonly<Record<string, string>>;
}

const sexes: Readonly<Record<string, Sex>> = { female: "female", male: "male", all: "all", both: "all" };

/**
 * Reference life tables from a file of your own, by id: those that may not be shipped, such as those of the Global Burden of
 * Disease studies or the World Health Organization.
 *
 * Each table carries what the file says of its source and its licence, and every figure made with it names them among its sources.
 *
 * @param file  path of a CSV file with `table_id`, `age` (exact, in years), `sex` (female, male, or both) and `ex` (years that
 * remain); and, if there, `source`, `note` and `licence`, the same in each row of a table
 * @param about `names`, `licences`: by id; `licence`: of the tables that have none by id or in the file; `name` of the file,
 * `encoding`, `released`
 * @throws PopneedsError `licence-not-stated` when neither the file nor the call says under what licence a table is used
 * @throws PopneedsError `missing-column`; `invalid-life-table` when a row is no number, a sex is none, or an age comes twice
 *
 * @example
 * const tables = await readReferenceLifeTables("my-tables.csv", { licences: { gbd2019_tmrlt: "IHME, non-commercial" } });
 * yearsOfLifeLost(deaths, tables.get("gbd2019_tmrlt")!)
 */
export async function readReferenceLifeTables(
  file: string,
  about: ReferenceLifeTableFile = {},
): Promise<ReadonlyMap<string, ReferenceLifeTable>> {
  const { names = {}, licences = {}, ...ofFile } = about;
  const { rows, source } = await readRecords(file, ["table_id", "age", "sex", "ex"], ofFile);
  const byId = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) {
    const own = byId.get(row["table_id"]!) ?? [];
    own.push(row);
    byId.set(row["table_id"]!, own);
  }
  const licenceOf = (id: string) => licences[id] || byId.get(id)![0]!["licence"] || about.licence || "";
  const without = [...byId.keys()].filter((id) => licenceOf(id) === "");
  if (without.length > 0)
    throw new PopneedsError({
      code: "licence-not-stated",
      message: `readReferenceLifeTables: each table needs a licence, which is printed where it is used; ${without.length} of ${byId.size} in ${source.file} have none:`,
      where: without,
      fix: 'Say it in a column "licence", or here: { licences: { who_ghe: "CC BY-NC-SA 3.0 IGO" } }.',
    });
  return new Map(
    [...byId].map(([id, own]) => [
      id,
      createReferenceLifeTable({
        id,
        name: names[id] ?? id,
        rows: own.map((row) => ({ sex: sexOf(row, id), age: number(row["age"]!), years: number(row["ex"]!) })),
        provenance: Object.freeze({
          ...fromSource(sourceOf(source, id, own[0]!, licenceOf(id))),
          evidence: "observed" as const,
        }),
      }),
    ]),
  );
}

function sourceOf(source: Source, id: string, row: Readonly<Record<string, string>>, licence: string): Source {
  return Object.freeze({
    ...source,
    id,
    title: row["source"] || id,
    publisher: "given by the analyst",
    edition: row["note"] || "not stated",
    licence,
  });
}

function sexOf(row: Readonly<Record<string, string>>, id: string): Sex {
  const sex = sexes[row["sex"]!.toLowerCase()];
  if (sex) return sex;
  throw new PopneedsError({
    code: "invalid-life-table",
    message: `life table ${id}: sex must be female, male or both; found "${row["sex"]}" at age ${row["age"]}`,
    fix: "Correct the table.",
  });
}

function number(text: string): number {
  return text === "" ? Number.NaN : Number(text);
}
