import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ckanPortal } from "../../src/index.ts";
import { connect } from "../connect.ts";
import { faultOf } from "../fault-of.ts";
import { loopback } from "../loopback.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "..", "..", "shared", "data", "ckan");
const there = existsSync(folder);
if (!there) process.stderr.write(`skipped: bodies that opendata.nhs.scot sent: there is no ${folder}\n`);

/** A portal that answers everything with one body as it was sent, its addresses turned to loopback. */
async function replaying(name: string, status = 200) {
  const bytes = readFileSync(join(folder, name));
  const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const server = await loopback((_, response) => {
    const turned = text.replaceAll("https://www.opendata.nhs.scot", server.address);
    response.writeHead(status, { "content-type": "application/json;charset=utf-8" }).end(turned);
  });
  return ckanPortal(connect(), { address: server.address });
}

const standard = "edee9731-daf7-4e0d-b525-e4c1469b8f69";

// Expected figures are counted in the bodies themselves, which are named beside them.
describe.skipIf(!there)("bodies that opendata.nhs.scot sent", () => {
  it("package_search: 90 data sets with 723 files (ckan_pck_list_res.json.gz)", async () => {
    const datasets = await (await replaying("ckan_pck_list_res.json.gz")).search();
    const files = datasets.flatMap(({ resources }) => resources);
    expect([datasets.length, files.length]).toEqual([90, 723]);
    expect(files.filter(({ hash }) => hash !== null)).toEqual([]);
    expect(files.filter(({ modified, size }) => modified === null || size === null)).toEqual([]);
    expect(files.filter(({ inDatastore }) => inDatastore).length).toBe(698);
    expect(files.filter(({ format }) => format === "XLSX").length).toBe(1);
    expect(files.filter(({ url }) => url === null).length).toBe(3);
    expect(new Set(datasets.map(({ licence }) => licence))).toEqual(new Set(["UK Open Government Licence (OGL)"]));
    expect(datasets.filter(({ organisation }) => organisation === "Health protection").length).toBe(8);
  });

  it.each(["ckan_pck_res.json", "ckan_pck_list_res_filt.json"])("package_search that finds one (%s)", async (name) => {
    const found = await (await replaying(name)).search("standard");
    expect(found.map(({ name, title }) => [name, title])).toEqual([["standard-populations", "Standard Populations"]]);
  });

  it("package_show (ckan_pck_meta_res.json), by which a name of several files is asked about", async () => {
    const portal = await replaying("ckan_pck_meta_res.json");
    const { resources, ...dataset } = await portal.dataset("standard-populations");
    expect(dataset).toMatchObject({
      id: "4dd86111-7326-48c4-8763-8cc4aa190c3e",
      author: "Geography, Population and Deprivation Team",
      frequency: "Ad hoc, as standard populations are updated",
      modified: "2021-06-30T08:49:18.800528",
    });
    expect(resources.map(({ name, size }) => [name, size]).slice(0, 2)).toEqual([
      ["European Standard Population", 376],
      ["European Standard Population by Sex", 947],
    ]);
    const { code, message } = await faultOf(portal.find("standard-populations"));
    expect(code).toBe("several-resources");
    expect(message).toContain(`${standard}  European Standard Population (CSV)`);
  });

  it("resource_show (ckan_res_meta.json)", async () => {
    const resource = await (await replaying("ckan_res_meta.json")).resource(standard);
    expect(resource).toMatchObject({
      id: standard,
      dataset: "4dd86111-7326-48c4-8763-8cc4aa190c3e",
      format: "CSV",
      mediaType: "text/csv",
      created: "2018-04-05T14:23:57.040084",
      modified: "2018-04-05T14:42:35.785110",
      inDatastore: true,
    });
    expect(resource.url).toMatch(/\/download\/european_standard_population\.csv$/);
  });

  it("datastore_search: the European Standard Population of 2013, 100,000 people (ckan_get_data_test_1.json)", async () => {
    const { fields, rows, total } = await (await replaying("ckan_get_data_test_1.json")).rows(standard);
    expect([rows.length, total]).toEqual([19, 19]);
    expect(rows.reduce((sum, row) => sum + Number(row["EuropeanStandardPopulation"]), 0)).toBe(100_000);
    expect(fields[1]).toEqual({ id: "AgeGroup", type: "text", label: "Five year age groups in years", notes: null });
  });

  it("datastore_search of chosen columns: no number of the row (ckan_get_data_test_2.json)", async () => {
    const portal = await replaying("ckan_get_data_test_2.json");
    const { rows } = await portal.rows(standard, { fields: ["AgeGroup", "EuropeanStandardPopulation"] });
    expect(rows[18]).toEqual({ AgeGroup: "90plus years", EuropeanStandardPopulation: 1000 });
  });

  it("datastore_search of no rows of 248,135: columns and notes, and a refusal to call that all (ckan_test_res_success.json)", async () => {
    const { code, message } = await faultOf((await replaying("ckan_test_res_success.json")).rows("8f7b64b1"));
    expect([code, message.includes("248135 rows answer, and gave 0")]).toEqual(["rows-missing", true]);
  });

  it.each([
    ["ckan_get_data_test_3.json", 1, "EuropeanStandardPopulation", "7000"],
    ["ckan_nrow_resource_test_dat.json", 1, "count", "19"],
    ["ckan_res_get_data.json", 10, "CumulativeNumberVaccinated", "1906"],
  ])("datastore_search_sql: numbers are text (%s)", async (name, length, column, value) => {
    const { rows } = await (await replaying(name)).select("SELECT …");
    expect([rows.length, rows[0]![column]]).toEqual([length, value]);
  });

  it.each([
    ["ckan_res_meta_fail.json", "Not found"],
    ["ckan_test_res_fail.json", 'Not found: Resource "12345" was not found.'],
  ])("errors, with status 404 and with 200 (%s)", async (name, said) => {
    for (const status of [404, 200]) {
      const { code, message } = await faultOf((await replaying(name, status)).resource("12345"));
      expect([code, message.includes(said)]).toEqual(["not-on-portal", true]);
    }
  });
});
