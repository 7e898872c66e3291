import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { statisticsPortal } from "../../src/index.ts";
import { connect } from "../connect.ts";
import { faultOf } from "../fault-of.ts";
import { loopback } from "../loopback.ts";
import { syntheticPortal } from "../synthetic-portal.ts";

const uri = "http://statistics.gov.scot/data/tides";

async function opened() {
  const synthetic = await syntheticPortal();
  return { synthetic, portal: statisticsPortal(connect(), { address: synthetic.address }) };
}

/** A portal that says one thing of everything. */
async function saying(answer: unknown, status = 200) {
  const { address } = await loopback((_, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  return statisticsPortal(connect(), { address });
}

describe("a data set", () => {
  it.each([
    ["its name", "tides"],
    ["its URI", uri],
    ["the address of its page", "https://statistics.gov.scot/data/tides"],
    ["the address of its resource", `https://statistics.gov.scot/resource?uri=${encodeURIComponent(uri)}`],
    ["the address of its download", `https://statistics.gov.scot/downloads/cube-table?uri=${encodeURIComponent(uri)}`],
  ])("is found by %s", async (_, wanted) => {
    const { portal, synthetic } = await opened();
    expect(await portal.dataset(wanted)).toEqual({
      uri,
      name: "tides",
      title: "Tides",
      publisher: "Keepers of Tides",
      licence: "Open Government Licence v3.0",
      licenceUrl: "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
      issued: "2022-01-01T00:00:00Z",
      modified: "2023-05-04T13:52:01.137Z",
      url: `${synthetic.address}/downloads/cube-table?uri=http%3A%2F%2Fstatistics.gov.scot%2Fdata%2Ftides`,
    });
  });

  it("is one file, and its edition is when it was last changed", async () => {
    const { portal } = await opened();
    expect(await portal.find("tides")).toMatchObject({
      portal: "statistics",
      dataset: "tides",
      resource: uri,
      edition: "last changed 2023-05-04 13:52",
      size: null,
    });
    expect((await portal.files("tides")).offers.length).toBe(1);
  });

  it("that is one uploaded file is downloaded from where the portal says", async () => {
    const url = "http://statistics.gov.scot/downloads/file?id=5a9bf61e%2Flook-up.csv";
    const portal = await saying([
      {
        "@id": uri,
        "http://purl.org/dc/terms/title": "Tides",
        "http://publishmydata.com/def/dataset#downloadURL": [{ "@id": url }],
      },
    ]);
    expect(await portal.dataset("tides")).toMatchObject({ url, licence: null, publisher: "Scottish Government" });
    expect((await portal.find("tides")).edition).toBe("edition not stated");
  });

  it("is downloaded by https where the portal is, though the portal writes http", async () => {
    const at = "http://statistics.gov.scot/downloads/file?id=5a9bf61e%2Flook-up.csv";
    const about = { "@id": uri, "http://purl.org/dc/terms/title": "Tides" };
    const saysIt = (url: string) => ({
      offline: false,
      answer: async () => ({
        status: 200,
        text: JSON.stringify([{ ...about, "http://publishmydata.com/def/dataset#downloadURL": url }]),
        fetched: null,
      }),
      file: () => Promise.reject(new Error("no file is asked for")),
      close: async () => {},
    });
    expect((await statisticsPortal(saysIt(at)).dataset("tides")).url).toBe(at.replace("http:", "https:"));
    const elsewhere = "http://elsewhere.test/look-up.csv";
    expect((await statisticsPortal(saysIt(elsewhere)).dataset("tides")).url).toBe(elsewhere);
  });

  it("may be described within a graph", async () => {
    const portal = await saying({
      "@graph": [
        { "@id": "http://x" },
        { "@id": uri, "http://www.w3.org/2000/01/rdf-schema#label": { "@value": "Tides" } },
      ],
    });
    expect((await portal.dataset("tides")).title).toBe("Tides");
  });

  it("that the portal does not have is said", async () => {
    const { portal } = await opened();
    expect(await faultOf(portal.find("tide"))).toMatchInlineSnapshot(`
      {
        "code": "not-on-portal",
        "message": "[not-on-portal] http://portal.test/resource.json?uri=http%3A%2F%2Fstatistics.gov.scot%2Fdata%2Ftide: the portal says nothing of http://statistics.gov.scot/data/tide
        Fix: Check the name on the portal's page; what was withdrawn or replaced has another.",
      }
    `);
    expect(await portal.files("tide")).toEqual({ offers: [], asOf: null });
    expect((await faultOf((await saying([])).find("tides"))).code).toBe("not-on-portal");
  });

  it("without a title is refused: the interface has changed", async () => {
    expect((await faultOf((await saying([{ "@id": uri }])).find("tides"))).code).toBe("unexpected-answer");
  });

  it("cannot be named so", async () => {
    const { portal, synthetic } = await opened();
    expect(await faultOf(portal.find("tides of the sea"))).toMatchInlineSnapshot(`
      {
        "code": "no-such-name",
        "message": "[no-such-name] "tides of the sea" is neither the name nor the address of a data set of statistics.gov.scot
        Fix: Give the last part of its address: population-projections, of http://statistics.gov.scot/data/population-projections.",
      }
    `);
    expect(synthetic.asked).toEqual([]);
  });

  it("is not had from a portal that refuses", async () => {
    expect((await faultOf((await saying({}, 403)).files("tides"))).code).toBe("http-error");
  });
});

const catalogue = join(import.meta.dirname, "../../../../../shared/data/ckan/scotgov_statsgov_catalogue.csv.gz");
const there = existsSync(catalogue);
if (!there) process.stderr.write(`skipped: the catalogue of statistics.gov.scot: there is no ${catalogue}\n`);

it.skipIf(!there)("every data set of the catalogue can be asked for by its URI and by its name", async () => {
  const text = gunzipSync(readFileSync(catalogue)).toString("utf8");
  const uris = [...text.matchAll(/^(http:\/\/statistics\.gov\.scot\/data\/[^,\r\n]+),/gm)].map(([, found]) => found!);
  // 304 lines of the catalogue begin with such an address: zgrep -c '^http://statistics.gov.scot/data/'.
  expect(uris.length).toBe(304);
  const { address, asked } = await loopback((request, response) => {
    const wanted = new URL(request.url!, "http://x").searchParams.get("uri");
    response.end(JSON.stringify([{ "@id": wanted, "http://purl.org/dc/terms/title": "t" }]));
  });
  const portal = statisticsPortal(connect({ requestsPerSecond: 100_000 }), { address });
  for (const wanted of uris) {
    const { name, uri: found } = await portal.dataset(wanted);
    expect([found, `http://statistics.gov.scot/data/${name}`]).toEqual([wanted, wanted]);
  }
  expect(asked.length).toBe(uris.length);
});
