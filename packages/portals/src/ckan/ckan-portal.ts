import { PopneedsError } from "@popneeds/core";
import type { Connection } from "../connection.ts";
import { editionInWords } from "../edition-in-words.ts";
import { isObject, numberOrNull, objectsAt, unexpectedAnswer } from "../json-reading.ts";
import type { Offer, Offers, Portal } from "../portal.ts";
import { type ActionResult, ckanAction } from "./ckan-action.ts";
import { type Dataset, readDataset } from "./dataset.ts";
import { changedWhilePaging, type DatastoreRows, datastorePages, type RowOptions, readRows } from "./datastore.ts";
import { type Resource, readResource } from "./resource.ts";

/** Where the portal is, and who publishes there: CKAN names departments, not the publisher. */
export interface CkanOptions {
  /** `https://www.opendata.nhs.scot` by default. */
  readonly address?: string;
  /** `Public Health Scotland` by default. */
  readonly publisher?: string;
}

/** A portal that runs CKAN. */
export interface CkanPortal extends Portal {
  /** Names of all data sets (`package_list`). */
  datasetNames(): Promise<readonly string[]>;
  /** Data sets in which the words stand, or all; in order of name (`package_search`, all its pages). */
  search(words?: string, options?: { readonly pageSize?: number }): Promise<readonly Dataset[]>;
  /** A data set by its name or id (`package_show`). */
  dataset(name: string): Promise<Dataset>;
  /** A file's record by its id (`resource_show`). */
  resource(id: string): Promise<Resource>;
  /** All rows of a file that answer to the filters (`datastore_search`, all its pages). */
  rows(resource: string, options?: RowOptions): Promise<DatastoreRows>;
  /** The same, page by page, for what is too large to hold. */
  pages(resource: string, options?: RowOptions): AsyncGenerator<DatastoreRows>;
  /** The rows that a SELECT gives (`datastore_search_sql`). The portal gives 32,000 at most and does not say so. */
  select(sql: string): Promise<DatastoreRows>;
}

/**
 * Public Health Scotland's open data, or another portal that runs CKAN.
 *
 * Codes stay text: a cell is what the portal's JSON has. Errors that CKAN names become `not-on-portal` or `portal-refused`.
 *
 * @param connection see `openConnection`
 * @param options address and publisher
 * @returns a portal; nothing is asked yet
 * @example
 * ```ts
 * const phs = ckanPortal(openConnection());
 * const { rows } = await phs.rows("edee9731-daf7-4e0d-b525-e4c1469b8f69");
 * ```
 */
export function ckanPortal(
  connection: Connection,
  { address = "https://www.opendata.nhs.scot", publisher = "Public Health Scotland" }: CkanOptions = {},
): CkanPortal {
  const act = (action: string, parameters?: Parameters<typeof ckanAction>[3]) =>
    ckanAction(connection, address, action, parameters);

  const offerOf = (dataset: Dataset, resource: Resource & { readonly url: string }): Offer => {
    const modified = resource.modified ?? resource.created;
    return {
      portal: "phs",
      dataset: dataset.name,
      resource: resource.id,
      title: resource.name,
      publisher,
      licence: dataset.licence ?? "licence not stated",
      licenceUrl: dataset.licenceUrl,
      edition: editionInWords(modified),
      modified,
      created: resource.created,
      url: resource.url,
      size: resource.size,
      page: `${address.replace(/\/+$/, "")}/dataset/${dataset.name}`,
    };
  };

  const portal: CkanPortal = {
    name: "phs",
    async datasetNames() {
      const { result, address: at } = await act("package_list");
      if (!Array.isArray(result) || !result.every((name) => typeof name === "string"))
        throw unexpectedAnswer(at, "is not a list of names");
      return result;
    },
    search: (words, options) => searched(act, words, options?.pageSize ?? 100),
    dataset: async (name) => only(await act("package_show", { id: name }), readDataset),
    resource: async (id) => only(await act("resource_show", { id }), readResource),
    pages: (resource, options) => datastorePages(connection, address, resource, options),
    async rows(resource, options) {
      const pages: DatastoreRows[] = [];
      for await (const page of datastorePages(connection, address, resource, options)) pages.push(page);
      const { fields, total } = pages[0]!;
      return { fields, total, rows: pages.flatMap(({ rows }) => rows) };
    },
    select: async (sql) => readRows(await act("datastore_search_sql", { sql })),
    async find(wanted) {
      const { dataset: name, resource: id } = addressed(wanted);
      const known = id === null ? null : await orNone(portal.resource(id));
      if (known) return offerOf(await portal.dataset(known.dataset), downloadable(known));
      const dataset = await portal.dataset(name ?? wanted);
      if (dataset.resources.length !== 1) throw several(dataset);
      return offerOf(dataset, downloadable(dataset.resources[0]!));
    },
    async files(name): Promise<Offers> {
      const asked = await orNone(act("package_show", { id: name }));
      if (asked === null) return { offers: [], asOf: null };
      const dataset = only(asked, readDataset);
      const files = dataset.resources.filter(hasFile);
      return { offers: files.map((file) => offerOf(dataset, file)), asOf: asked.fetched };
    },
  };
  return Object.freeze(portal);
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** What an id, a name, or the address of a page or a download means. */
function addressed(wanted: string): { readonly dataset: string | null; readonly resource: string | null } {
  const [, dataset = null] = /\/dataset\/([^/?#]+)/.exec(wanted) ?? [];
  const [, inAddress = null] = /\/resource\/([^/?#]+)/.exec(wanted) ?? [];
  const alone = new RegExp(`^${uuid.source}$`, "i").test(wanted);
  return { dataset, resource: inAddress ?? (alone ? wanted : null) };
}

async function orNone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof PopneedsError && error.code === "not-on-portal") return null;
    throw error;
  }
}

function only<T>({ result, address }: ActionResult, read: (answer: Record<string, unknown>, at: string) => T): T {
  if (!isObject(result)) throw unexpectedAnswer(address, "has no result");
  return read(result, address);
}

async function searched(
  act: (action: string, parameters: Parameters<typeof ckanAction>[3]) => Promise<ActionResult>,
  words: string | undefined,
  pageSize: number,
): Promise<readonly Dataset[]> {
  const found = new Map<string, Dataset>();
  let count: number | null = null;
  for (let start = 0; count === null || start < count; ) {
    const { result, address } = await act("package_search", { q: words, sort: "name asc", rows: pageSize, start });
    if (!isObject(result)) throw unexpectedAnswer(address, "has no result");
    const page = objectsAt(result, "results", address).map((answer) => readDataset(answer, address));
    const said = numberOrNull(result["count"]) ?? page.length;
    if (count !== null && said !== count) throw changedWhilePaging("the list of data sets", count, said);
    count = said;
    for (const dataset of page) found.set(dataset.id, dataset);
    if (page.length === 0) break;
    start += page.length;
  }
  if (found.size !== count) throw changedWhilePaging("the list of data sets", count ?? 0, found.size);
  return [...found.values()];
}

function hasFile(resource: Resource): resource is Resource & { readonly url: string } {
  return resource.url !== null;
}

function downloadable(resource: Resource): Resource & { readonly url: string } {
  if (hasFile(resource)) return resource;
  throw new PopneedsError({
    code: "no-file",
    message: `${resource.name} (${resource.id}): the portal lists it, and has no file of it`,
    fix: "Look at its page on the portal; ask the publisher.",
  });
}

function several({ name, resources }: Dataset): PopneedsError {
  const listed = resources.map(({ id, name: title, format }) => `  ${id}  ${title}${format ? ` (${format})` : ""}`);
  return new PopneedsError({
    code: "several-resources",
    message: [`${name} has ${resources.length} files; one must be named by its id`, ...listed].join("\n"),
    fix: resources.length === 0 ? "Look at its page on the portal." : `For example: popneeds fetch ${resources[0]!.id}`,
  });
}
