import { PopneedsError } from "@popneeds/core";
import type { Connection } from "../connection.ts";
import { editionInWords } from "../edition-in-words.ts";
import { httpError } from "../http-error.ts";
import { isObject, type JsonObject, parseJson, unexpectedAnswer } from "../json-reading.ts";
import type { Offer, Offers, Portal } from "../portal.ts";

/** Where the portal is, and who publishes there if it does not say. */
export interface StatisticsOptions {
  /** `https://statistics.gov.scot` by default. */
  readonly address?: string;
  /** For data sets that name no publisher; `Scottish Government` by default. */
  readonly publisher?: string;
}

/** A data set of statistics.gov.scot: a cube, or one file. */
export interface StatisticsDataset {
  /** What identifies it: `http://statistics.gov.scot/data/…`. It is no address to download from. */
  readonly uri: string;
  /** The last part of the URI. */
  readonly name: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string | null;
  readonly licenceUrl: string | null;
  readonly issued: string | null;
  readonly modified: string | null;
  /** Where its CSV, or its file, is downloaded from. */
  readonly url: string;
}

/** The portal statistics.gov.scot. */
export interface StatisticsPortal extends Portal {
  /** A data set by its name or URI. */
  dataset(name: string): Promise<StatisticsDataset>;
}

/**
 * statistics.gov.scot, the Scottish Government's portal of linked data.
 *
 * What it says of a data set is read from `resource.json?uri=…` (linked data as JSON): label, licence, issued, modified, and
 * the address of the file where the data set is one file. A cube is downloaded whole as CSV from `downloads/cube-table?uri=…`.
 *
 * Not checked against the live portal: it could not be reached where this was written. The addresses of downloads are those
 * which published scripts use; the predicates of `resource.json` are those which published scripts read or query. Whether the
 * portal sends ETag, Last-Modified, Content-Length or ranges is not known; none is needed.
 *
 * @param connection see `openConnection`
 * @returns a portal; nothing is asked yet. Methods throw PopneedsError `not-on-portal`, `http-error`, `not-json`,
 *   `unexpected-answer`, `no-such-name`, and those of the connection
 * @example
 * ```ts
 * const statistics = statisticsPortal(openConnection());
 * const { modified } = await statistics.dataset("population-projections-2020-based-updated");
 * ```
 */
export function statisticsPortal(
  connection: Connection,
  { address = "https://statistics.gov.scot", publisher = "Scottish Government" }: StatisticsOptions = {},
): StatisticsPortal {
  const base = address.replace(/\/+$/, "");

  async function asked(name: string) {
    const uri = uriOf(name);
    const at = `${base}/resource.json?uri=${encodeURIComponent(uri)}`;
    const { status, text, fetched } = await connection.answer(at);
    if (status === 404 || status === 410) throw absent(uri, at);
    if (status !== 200) throw httpError(at, status);
    const about = describing(parseJson(text, at), uri);
    if (about === null) throw absent(uri, at);
    return { dataset: readStatisticsDataset(about, uri, { at, base, publisher }), fetched };
  }

  const portal: StatisticsPortal = {
    name: "statistics",
    dataset: async (name) => (await asked(name)).dataset,
    find: async (wanted) => offerOf((await asked(wanted)).dataset, base),
    async files(name): Promise<Offers> {
      try {
        const { dataset, fetched } = await asked(name);
        return { offers: [offerOf(dataset, base)], asOf: fetched };
      } catch (error) {
        if (error instanceof PopneedsError && error.code === "not-on-portal") return { offers: [], asOf: null };
        throw error;
      }
    },
  };
  return Object.freeze(portal);
}

const data = "http://statistics.gov.scot/data/";

const predicates = {
  label: "http://www.w3.org/2000/01/rdf-schema#label",
  title: "http://purl.org/dc/terms/title",
  issued: "http://purl.org/dc/terms/issued",
  modified: "http://purl.org/dc/terms/modified",
  licence: "http://purl.org/dc/terms/license",
  publisher: "http://purl.org/dc/terms/publisher",
  download: "http://publishmydata.com/def/dataset#downloadURL",
} as const;

/** The URI of a data set from its name, its URI, or an address of its page or download. */
function uriOf(wanted: string): string {
  const named = URL.canParse(wanted) ? (new URL(wanted).searchParams.get("uri") ?? wanted) : wanted;
  const name = /\/data\/([^/?#]+)/.exec(named)?.[1] ?? named;
  if (/^[A-Za-z0-9]+([-_.]+[A-Za-z0-9]+)*$/.test(name)) return `${data}${name}`;
  throw new PopneedsError({
    code: "no-such-name",
    message: `"${wanted}" is neither the name nor the address of a data set of statistics.gov.scot`,
    fix: `Give the last part of its address: population-projections, of ${data}population-projections.`,
  });
}

/** The object that describes a URI in an answer of linked data. */
function describing(answer: unknown, uri: string): JsonObject | null {
  const graph = isObject(answer) && Array.isArray(answer["@graph"]) ? answer["@graph"] : answer;
  const objects = (Array.isArray(graph) ? graph : [graph]).filter(isObject);
  return objects.find((object) => object["@id"] === uri) ?? null;
}

function readStatisticsDataset(
  about: JsonObject,
  uri: string,
  { at, base, publisher }: { readonly at: string; readonly base: string; readonly publisher: string },
): StatisticsDataset {
  const name = uri.slice(data.length);
  const title = firstValue(about, "title") ?? firstValue(about, "label");
  if (title === null) throw unexpectedAnswer(at, "names no title");
  const file = firstValue(about, "download");
  const licence = firstValue(about, "licence");
  return Object.freeze({
    uri,
    name,
    title,
    publisher: publisherOf(firstValue(about, "publisher")) ?? publisher,
    licence: licenceOf(licence),
    licenceUrl: licence !== null && URL.canParse(licence) ? licence : null,
    issued: firstValue(about, "issued"),
    modified: firstValue(about, "modified"),
    url: file === null ? `${base}/downloads/cube-table?uri=${encodeURIComponent(uri)}` : secure(file, base),
  });
}

/** The portal writes its own addresses with http; they are asked for by https where the portal is. */
function secure(url: string, base: string): string {
  const [own, portal] = [URL.canParse(url) ? new URL(url) : null, new URL(base)];
  if (own === null || own.host !== portal.host || portal.protocol !== "https:") return url;
  own.protocol = "https:";
  return own.href;
}

/** The first value of a predicate: a literal, or the URI of a thing. */
function firstValue(about: JsonObject, predicate: keyof typeof predicates): string | null {
  const values = about[predicates[predicate]];
  const value = Array.isArray(values) ? values[0] : values;
  if (typeof value === "string") return value;
  const said = isObject(value) ? (value["@value"] ?? value["@id"]) : null;
  return typeof said === "string" && said !== "" ? said : null;
}

/** `http://statistics.gov.scot/id/organisation/national-records-of-scotland` → `National Records of Scotland`. */
function publisherOf(said: string | null): string | null {
  if (said === null || !URL.canParse(said)) return said;
  const [name = ""] = said.split(/[/#]/).filter(Boolean).slice(-1);
  const words = name.split("-").filter(Boolean);
  const small = ["of", "and", "for"];
  return words.map((word) => (small.includes(word) ? word : word[0]!.toUpperCase() + word.slice(1))).join(" ") || null;
}

function licenceOf(said: string | null): string | null {
  const version = /open-government-licence\/version\/(\d)/.exec(said ?? "")?.[1];
  return version === undefined ? said : `Open Government Licence v${version}.0`;
}

function offerOf(
  { uri, name, title, publisher, licence, licenceUrl, issued, modified, url }: StatisticsDataset,
  base: string,
): Offer {
  return {
    portal: "statistics",
    dataset: name,
    resource: uri,
    title,
    publisher,
    licence: licence ?? "licence not stated",
    licenceUrl,
    edition: editionInWords(modified ?? issued),
    modified: modified ?? issued,
    created: issued,
    url,
    size: null,
    page: `${base}/data/${name}`,
  };
}

function absent(uri: string, at: string): PopneedsError {
  return new PopneedsError({
    code: "not-on-portal",
    message: `${at}: the portal says nothing of ${uri}`,
    fix: "Check the name on the portal's page; what was withdrawn or replaced has another.",
  });
}
