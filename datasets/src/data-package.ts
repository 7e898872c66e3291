import { createHash } from "node:crypto";
import type { Column, DataTable } from "./data-table.ts";
import type { RawFiles } from "./raw-files.ts";

const LICENCES = {
  "OGL-UK-3.0": {
    name: "OGL-UK-3.0",
    title: "Open Government Licence v3.0",
    path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  },
  "other-open": {
    name: "other-open",
    title: "Published standard weights: facts, restated with their source",
  },
} as const;

/** The Frictionless data package (version 1) that describes the files. */
export function dataPackage(
  files: readonly { readonly table: DataTable; readonly bytes: Buffer }[],
  raw: RawFiles,
): Record<string, unknown> {
  return {
    profile: "data-package",
    name: "popneeds-datasets",
    title: "Figures for Scotland's health and social care needs assessments",
    description:
      "Published figures, reshaped and reduced. Contains public sector information licensed under the Open Government Licence v3.0.",
    licenses: [LICENCES["OGL-UK-3.0"]],
    resources: files.map(({ table, bytes }) => resource(table, bytes, raw)),
  };
}

function resource(table: DataTable, bytes: Buffer, raw: RawFiles): Record<string, unknown> {
  return {
    name: table.name.replaceAll("/", "-"),
    path: `data/${table.name}.csv`,
    title: table.title,
    description: table.description,
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: bytes.length,
    hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    rows: table.rows.length,
    publisher: table.publisher,
    edition: table.edition,
    ...(table.released === undefined ? {} : { released: table.released }),
    class: table.class,
    sources: table.sources.map(({ title, path, organisation }) => ({
      title,
      ...(path === undefined ? {} : { path }),
      organisation,
    })),
    licenses: [LICENCES[table.licence ?? "OGL-UK-3.0"]],
    rawFiles: table.rawFiles.map((name) => ({ name: name.slice(name.lastIndexOf("/") + 1), sha256: raw.sha256(name) })),
    changes: table.changes,
    caveats: table.caveats,
    schema: { fields: table.columns.map(schemaField), primaryKey: table.key, missingValues: [""] },
  };
}

function schemaField(column: Column): Record<string, unknown> {
  const isNumber = column.type === "integer" || column.type === "number";
  const constraints = {
    ...(column.blank ? {} : { required: true }),
    ...(isNumber ? { minimum: column.minimum ?? 0 } : {}),
    ...(column.values ? { enum: column.values } : {}),
    ...(column.pattern ? { pattern: column.pattern } : {}),
  };
  return {
    name: column.name,
    type: column.type,
    description: column.description,
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}
