import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Evidence, evidences, type Issue, PopneedsError } from "@popneeds/core";
import { type About, parseTable, refuseErrors, sourceOf, type TableOf } from "./read-csv.ts";
import { readFileText } from "./read-file-text.ts";
import { recordsOf } from "./read-records.ts";
import type { Records } from "./records.ts";
import type { Fields, Schema } from "./schema.ts";

/** A folder of CSV files with a Frictionless `datapackage.json` that names source, edition, licence and hash of each. */
export interface DataFolder {
  readonly folder: string;
  /** Names of the tables, as in the data package. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** What the data package says of a table. */
  about(name: string): About;
  /** The rows of a table, as text. */
  records(name: string, columns: readonly string[]): Promise<Records>;
  /** Doubts about the files read so far: those whose bytes are not the ones that the data package names. */
  warnings(): readonly Issue[];
  /**
   * A table by its schema. A file with a fault is refused whole.
   *
   * @param options `evidence`: how firm its figures are where the data package does not say; default `observed`
   */
  table<F extends Fields>(
    name: string,
    schema: Schema<F>,
    options?: { readonly evidence?: Evidence },
  ): Promise<TableOf<F>>;
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly edition?: string;
  readonly released?: string;
  readonly class?: string;
  readonly hash?: string;
  readonly licenses?: readonly { readonly title?: string; readonly name?: string }[];
}

/**
 * Opens a folder of data.
 *
 * A file whose bytes are not those that the data package names is used all the same, with a warning: its own hash goes into
 * every footnote.
 *
 * @param folder path of the folder that holds `datapackage.json`
 * @throws PopneedsError `no-data-package` when there is none, or it is not valid JSON
 */
export async function openData(folder: string): Promise<DataFolder> {
  const resources = await resourcesOf(folder);
  const resource = (name: string): Resource => {
    const found = resources.get(name);
    if (!found)
      throw new PopneedsError({
        code: "no-such-table",
        message: `${folder}: the data package has no table "${name}"; it has ${[...resources.keys()].slice(0, 8).join(", ")} …`,
        fix: "Use the data that came with popneeds, or add the table to datapackage.json.",
      });
    return found;
  };
  const doubts = new Map<string, readonly Issue[]>();
  const text = async (name: string) => {
    const { path, hash } = resource(name);
    const read = await readFileText(join(folder, path), { name: path });
    const source = sourceOf(path, read.sha256, aboutOf(resource(name)));
    const issues = changed(path, hash, read.sha256);
    doubts.set(path, issues);
    return { ...read, source, issues };
  };
  return Object.freeze({
    folder,
    names: [...resources.keys()],
    has: (name: string) => resources.has(name),
    about: (name: string) => aboutOf(resource(name)),
    warnings: () => [...doubts.values()].flat(),
    async records(name: string, columns: readonly string[]): Promise<Records> {
      const { text: csvText, source, issues } = await text(name);
      const records = recordsOf(csvText, columns, source);
      return { ...records, issues: [...issues, ...records.issues] };
    },
    async table<F extends Fields>(
      name: string,
      schema: Schema<F>,
      { evidence }: { readonly evidence?: Evidence } = {},
    ): Promise<TableOf<F>> {
      const { text: csvText, source, issues } = await text(name);
      const unstated = evidence !== undefined && aboutOf(resource(name)).evidence === undefined;
      const table = refuseErrors(parseTable(csvText, schema, unstated ? { ...source, evidence } : source));
      return Object.freeze({
        ...table,
        issues: [...issues, ...table.issues.filter((issue) => issue.severity !== "note")],
      }) as TableOf<F>;
    },
  });
}

async function resourcesOf(folder: string): Promise<Map<string, Resource>> {
  const file = join(folder, "datapackage.json");
  const json = await readFile(file, "utf8").catch(() => null);
  let resources: unknown;
  try {
    resources = json === null ? undefined : (JSON.parse(json) as { resources?: unknown }).resources;
  } catch {
    resources = undefined;
  }
  if (!Array.isArray(resources))
    throw new PopneedsError({
      code: "no-data-package",
      message: `${folder}: a data folder needs a datapackage.json with a list of resources; ${json === null ? "there is none" : "this one has none, or is not JSON"}`,
      fix: "Give the folder that holds datapackage.json: --data datasets.",
    });
  return new Map(resources.map((resource: Resource) => [resource.name, resource]));
}

function aboutOf(resource: Resource): About {
  const licence = resource.licenses?.[0];
  const evidence = evidences.find((known): known is Evidence => known === resource.class);
  return {
    id: resource.name,
    name: resource.path,
    title: resource.title ?? resource.name,
    publisher: resource.publisher ?? "publisher not stated",
    edition: resource.edition ?? "edition not stated",
    licence: licence?.title ?? licence?.name ?? "licence not stated",
    ...(resource.released ? { released: resource.released } : {}),
    ...(evidence ? { evidence } : {}),
  };
}

function changed(path: string, hash: string | undefined, sha256: string): readonly Issue[] {
  if (hash === undefined || hash === `sha256:${sha256}` || hash === sha256) return [];
  return [
    {
      code: "changed-since-packaged",
      severity: "warning",
      file: path,
      message: "the file is not the one that datapackage.json describes: its sha256 differs",
      fix: "If you changed it knowingly, rebuild the data package; if not, restore the file.",
    },
  ];
}
