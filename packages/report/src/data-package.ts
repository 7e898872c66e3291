import type { Source } from "@popneeds/core";
import { dataQualityTable } from "./data-quality-table.ts";
import { factTables, tableCsv } from "./fact-tables.ts";
import { fileName } from "./file-name.ts";
import { needsTable } from "./needs-table.ts";
import type { OutputTable } from "./output-table.ts";
import type { Released } from "./released.ts";
import { sha256 } from "./sha256.ts";
import { slug } from "./slug.ts";

/**
 * The Frictionless data package that describes the tables: schema, sources, licences, bytes and hash of each.
 *
 * @throws PopneedsError `not-released`
 *
 * Source: Tabular Data Package, specs.frictionlessdata.io/tabular-data-package.
 */
export function dataPackage(released: Released): string {
  const { area } = released.profile;
  const tables = [...factTables(released), needsTable(released), dataQualityTable(released)];
  const sources = new Map(tables.flatMap((table) => table.sources.map((source) => [source.id, source] as const)));
  const described = {
    profile: "tabular-data-package",
    name: slug(`needs-assessment-${area.slug}`),
    title: `Needs assessment: ${area.name}`,
    description: `Figures of the needs assessment of ${area.name} (${area.code}). Counts of people or events from 1 to ${released.suppressBelow - 1} are withheld unless their publisher has published them.`,
    licenses: licences([...sources.values()]),
    sources: [...sources.values()].map(sourceEntry),
    resources: tables.map(resource),
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

function resource(table: OutputTable) {
  const text = tableCsv(table);
  return {
    profile: "tabular-data-resource",
    name: table.name.replaceAll("_", "-"),
    path: `${table.name}.csv`,
    title: table.title,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { delimiter: ",", lineTerminator: "\n", doubleQuote: true, header: true },
    bytes: Buffer.byteLength(text),
    hash: `sha256:${sha256(text)}`,
    schema: { fields: table.fields, primaryKey: "row_id", missingValues: [""] },
    sources: table.sources.map(sourceEntry),
    licenses: licences(table.sources),
  };
}

/** A source as a data package lists it. */
export function sourceEntry(source: Source) {
  return {
    title: `${source.title}. ${source.publisher}`,
    id: source.id,
    edition: source.edition,
    ...(source.released ? { released: source.released } : {}),
    licence: source.licence,
    file: fileName(source.file),
    sha256: source.sha256,
  };
}

/** The licences of sources as a data package lists them. */
export function licences(sources: readonly Source[]) {
  return [...new Set(sources.map(({ licence }) => licence))].sort().map((licence) =>
    /open government licence/i.test(licence)
      ? {
          name: "OGL-UK-3.0",
          title: licence,
          path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        }
      : { name: slug(licence), title: licence },
  );
}
