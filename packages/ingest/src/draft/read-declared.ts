import { csvTable } from "../published/csv-table.ts";
import type { PublishedFile } from "../published/published-file.ts";
import { openRawFile } from "../published/raw-file.ts";
import { type PublishedOptions, readRaw } from "../published/read-published.ts";
import type { Reader } from "../published/reader.ts";
import { readSchemaDeclaration, schemaFromDeclaration } from "./schema-from-declaration.ts";

/**
 * Reads a plain CSV file by the declaration of a schema that a person has confirmed. Totals are held apart from parts, each kind in a table
 * of its own, as `readPublished` does.
 *
 * @param path        path of a CSV file, plain or gzip
 * @param declaration path of the JSON file that holds the declaration
 * @param about       title, publisher, edition, licence: printed wherever the figures are used
 * @throws PopneedsError `invalid-declaration`, `unconfirmed-schema`; as `readCsv` when the file cannot be read
 *
 * @example
 * const file = await readDeclared("deaths.csv", "deaths.schema.json", { publisher: "Our own records" })
 */
export async function readDeclared(
  path: string,
  declaration: string,
  about: Omit<PublishedOptions, "reader" | "readers"> = {},
): Promise<PublishedFile> {
  const declared = await readSchemaDeclaration(declaration);
  const schema = schemaFromDeclaration(declared, declaration);
  const file = await openRawFile(path, about.name === undefined ? {} : { name: about.name });
  const reader: Reader = {
    name: "declared-schema",
    title: file.name.split("/").at(-1)!,
    publisher: "publisher not stated",
    licence: "licence not stated",
    evidence: "observed",
    encodings: [declared.encoding],
    recognise: () => `${declaration} says how, and was confirmed`,
    parts: (raw) => [{ name: "", cells: csvTable(raw, { delimiter: declared.delimiter }), schema }],
  };
  return readRaw(file, { ...about, reader: reader.name, readers: [reader] });
}
