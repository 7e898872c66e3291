import type { IncomingMessage, ServerResponse } from "node:http";
import { date, type Loopback, loopback, sendFile } from "./loopback.ts";

/** A file on the synthetic portal. Its names and figures are made up. */
export interface SyntheticFile {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  text: string;
  created: string;
  modified: string | null;
  /** Bytes that the portal claims; the true number by default. */
  size?: number;
}

export interface SyntheticDataset {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly resources: SyntheticFile[];
}

/** One data set of statistics.gov.scot's kind. */
export interface SyntheticCube {
  readonly name: string;
  readonly title: string;
  text: string;
  modified: string;
}

/** A portal of each kind at one address, of whose data a test may change whatever it likes. */
export interface SyntheticPortal extends Loopback {
  readonly datasets: SyntheticDataset[];
  readonly cubes: SyntheticCube[];
  /** Rows that the datastore gives at most on one page. */
  mostRows: number;
}

export const ids = {
  harbours: "11111111-1111-4111-8111-111111111111",
  boats2022: "22222222-2222-4222-8222-222222222222",
  boats2023: "33333333-3333-4333-8333-333333333333",
};

/** Starts a synthetic portal on loopback: bodies of the shape that CKAN's and statistics.gov.scot's have. */
export async function syntheticPortal(): Promise<SyntheticPortal> {
  const datasets: SyntheticDataset[] = [
    {
      id: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
      name: "harbours",
      title: "Harbours",
      resources: [
        {
          id: ids.harbours,
          name: "Harbours by Size",
          file: "harbours_2023.csv",
          text: "Harbour,Berths\n01,7\n02,9\n03,12\n",
          created: "2023-01-10T09:00:00.000001",
          modified: "2023-02-01T08:30:15.123456",
        },
      ],
    },
    {
      id: "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb",
      name: "boats",
      title: "Boats",
      resources: [
        boats(ids.boats2022, "Boats 2022", "2022-03-01T10:00:00.000000"),
        boats(ids.boats2023, "Boats 2023", "2023-03-01T10:00:00.000000"),
      ],
    },
  ];
  const cubes: SyntheticCube[] = [
    {
      name: "tides",
      title: "Tides",
      text: "FeatureCode,DateCode,Measurement,Units,Value\nH1,2022,Count,Tides,705\n",
      modified: "2023-05-04T13:52:01.137Z",
    },
  ];
  const state = { mostRows: 32_000 };
  const server = await loopback((request, response) => {
    const url = new URL(request.url ?? "/", "http://portal.test");
    const base = `http://${request.headers.host}`;
    if (url.pathname.startsWith("/api/3/action/")) return ckan(url, response, datasets, base, state);
    if (url.pathname.startsWith("/dataset/")) return file(url, request, response, datasets);
    return cube(url, request, response, cubes);
  });
  return Object.assign(state, server, { datasets, cubes });
}

function boats(id: string, name: string, created: string): SyntheticFile {
  const text = `Harbour,Boats\n01,${name.at(-1)}\n`;
  return { id, name, file: `${name.toLowerCase().replace(" ", "_")}.csv`, text, created, modified: null };
}

/** CKAN's two forms of a body: success with a result, or an error with its kind. */
export function body(response: ServerResponse, status: number, action: string, rest: object): void {
  const help = `https://portal.test/api/3/action/help_show?name=${action}`;
  response.writeHead(status, { date, "content-type": "application/json;charset=utf-8" });
  response.end(JSON.stringify({ help, success: status === 200, ...rest }));
}

function ckan(
  url: URL,
  response: ServerResponse,
  datasets: readonly SyntheticDataset[],
  base: string,
  { mostRows }: { readonly mostRows: number },
): unknown {
  const action = url.pathname.slice("/api/3/action/".length);
  const asked = (name: string) => url.searchParams.get(name);
  const result = (value: unknown) => body(response, 200, action, { result: value });
  const missing = () => body(response, 404, action, { error: { message: "Not found", __type: "Not Found Error" } });
  const named = (id: string | null) => datasets.find((dataset) => dataset.name === id || dataset.id === id);
  const resources = datasets.flatMap((dataset) => dataset.resources.map((resource) => ({ dataset, resource })));
  const held = resources.find(({ resource }) => resource.id === (asked("id") ?? asked("resource_id")));
  if (action === "package_list") return result(datasets.map(({ name }) => name).sort());
  if (action === "package_search") {
    const found = datasets.filter(({ title }) => title.toLowerCase().includes((asked("q") ?? "").toLowerCase()));
    const sorted = [...found].sort((a, b) => (a.name < b.name ? -1 : 1));
    const [start, rows] = [Number(asked("start") ?? 0), Number(asked("rows") ?? 10)];
    const results = sorted.slice(start, start + rows).map((dataset) => packageBody(dataset, base));
    return result({ count: found.length, sort: asked("sort"), facets: {}, results, search_facets: {} });
  }
  if (action === "package_show") {
    const dataset = named(asked("id"));
    return dataset ? result(packageBody(dataset, base)) : missing();
  }
  if (action === "resource_show") return held ? result(resourceBody(held.dataset, held.resource, base)) : missing();
  if (action === "datastore_search") return held ? datastore(held.resource, url, response, mostRows) : missing();
  if (action === "datastore_search_sql") {
    const sql = asked("sql") ?? "";
    const fields = [{ type: "int8", id: "count" }];
    return result({ records: [{ count: "3" }], fields, sql });
  }
  return missing();
}

function datastore({ id, text }: SyntheticFile, url: URL, response: ServerResponse, mostRows: number): unknown {
  const [header, ...lines] = text.trimEnd().split("\n");
  const names = header!.split(",");
  const filters: Record<string, unknown> = JSON.parse(url.searchParams.get("filters") ?? "{}");
  const unknown = Object.keys(filters).find((name) => !names.includes(name));
  if (unknown !== undefined)
    return body(response, 409, "datastore_search", {
      error: { __type: "Validation Error", filters: [`invalid filter: ${unknown}`] },
    });
  const rows = lines.map((line, i) => {
    const [code, count] = line.split(",");
    return { _id: i + 1, [names[0]!]: code!, [names[1]!]: Number(count) };
  });
  const kept = rows.filter((row) =>
    Object.entries(filters).every(([name, value]) => [value].flat().includes((row as Record<string, unknown>)[name])),
  );
  const sort = url.searchParams.get("sort") ?? "";
  if (/desc/.test(sort)) kept.reverse();
  const wanted = url.searchParams.get("fields")?.split(",");
  const cells = kept.map((row) =>
    wanted ? Object.fromEntries(Object.entries(row).filter(([name]) => wanted.includes(name))) : row,
  );
  const offset = Number(url.searchParams.get("offset") ?? 0);
  const limit = Math.min(Number(url.searchParams.get("limit") ?? 100), mostRows);
  const fields = [
    { type: "int", id: "_id" },
    { info: { notes: "", type_override: "", label: " Code of the harbour " }, type: "text", id: names[0] },
    { info: { notes: "Counted by eye.", type_override: "", label: "" }, type: "numeric", id: names[1] },
  ];
  return body(response, 200, "datastore_search", {
    result: {
      include_total: true,
      resource_id: id,
      fields,
      records_format: "objects",
      records: cells.slice(offset, offset + limit),
      limit,
      offset,
      total: kept.length,
    },
  });
}

function packageBody(dataset: SyntheticDataset, base: string) {
  return {
    id: dataset.id,
    name: dataset.name,
    title: dataset.title,
    notes: "Made up.",
    license_title: "UK Open Government Licence (OGL)",
    license_url: "http://reference.data.gov.uk/id/open-government-licence",
    organization: { title: "Coast" },
    author: "",
    nhs_frequency: "Yearly",
    metadata_created: "2023-01-01T00:00:00.000000",
    metadata_modified: "2023-04-01T00:00:00.000000",
    num_resources: dataset.resources.length,
    resources: dataset.resources.map((resource) => resourceBody(dataset, resource, base)),
  };
}

function resourceBody(dataset: SyntheticDataset, resource: SyntheticFile, base: string) {
  return {
    id: resource.id,
    package_id: dataset.id,
    name: resource.name,
    description: "Made up.",
    format: "CSV",
    mimetype: "text/csv",
    hash: "",
    url: `${base}/dataset/${dataset.id}/resource/${resource.id}/download/${resource.file}`,
    size: resource.size ?? Buffer.byteLength(resource.text),
    created: resource.created,
    last_modified: resource.modified,
    datastore_active: true,
    cache_url: null,
    position: 0,
  };
}

function file(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  datasets: readonly SyntheticDataset[],
): unknown {
  const id = /\/resource\/([^/]+)\//.exec(url.pathname)?.[1];
  const found = datasets.flatMap(({ resources }) => resources).find((resource) => resource.id === id);
  if (!found) return response.writeHead(404, { "content-type": "text/html" }).end("<html>Not found</html>");
  return sendFile(request, response, Buffer.from(found.text), { etag: `"${found.modified ?? found.created}"` });
}

function cube(url: URL, request: IncomingMessage, response: ServerResponse, cubes: readonly SyntheticCube[]): unknown {
  const uri = url.searchParams.get("uri") ?? "";
  const found = cubes.find(({ name }) => uri === `http://statistics.gov.scot/data/${name}`);
  if (!found) return response.writeHead(404, { "content-type": "text/html" }).end("<html>Not found</html>");
  if (url.pathname === "/downloads/cube-table") return sendFile(request, response, Buffer.from(found.text));
  response.writeHead(200, { date, "content-type": "application/json" });
  const literal = (value: string) => [{ "@value": value }];
  return response.end(
    JSON.stringify([
      {
        "@id": uri,
        "@type": ["http://publishmydata.com/def/dataset#Dataset", "http://purl.org/linked-data/cube#DataSet"],
        "http://www.w3.org/2000/01/rdf-schema#label": literal(found.title),
        "http://purl.org/dc/terms/issued": literal("2022-01-01T00:00:00Z"),
        "http://purl.org/dc/terms/modified": literal(found.modified),
        "http://purl.org/dc/terms/publisher": [
          { "@id": "http://statistics.gov.scot/id/organisation/keepers-of-tides" },
        ],
        "http://purl.org/dc/terms/license": [
          { "@id": "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" },
        ],
      },
    ]),
  );
}
