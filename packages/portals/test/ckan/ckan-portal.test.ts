import { describe, expect, it } from "vitest";
import { ckanPortal } from "../../src/index.ts";
import { connect } from "../connect.ts";
import { faultOf } from "../fault-of.ts";
import { loopback } from "../loopback.ts";
import { body, ids, syntheticPortal } from "../synthetic-portal.ts";

async function opened() {
  const synthetic = await syntheticPortal();
  return { synthetic, portal: ckanPortal(connect(), { address: `${synthetic.address}/`, publisher: "Keepers" }) };
}

describe("data sets", () => {
  it("are listed by name", async () => {
    const { portal } = await opened();
    expect(await portal.datasetNames()).toEqual(["boats", "harbours"]);
  });

  it("are searched, page by page, in order of name", async () => {
    const { portal, synthetic } = await opened();
    const found = await portal.search(undefined, { pageSize: 1 });
    expect(found.map(({ name }) => name)).toEqual(["boats", "harbours"]);
    expect(synthetic.asked.map(({ url }) => url)).toEqual([
      "/api/3/action/package_search?sort=name+asc&rows=1&start=0",
      "/api/3/action/package_search?sort=name+asc&rows=1&start=1",
    ]);
    expect((await portal.search("harb")).map(({ name }) => name)).toEqual(["harbours"]);
    expect(await portal.search("nothing of the kind")).toEqual([]);
  });

  it("have their licence, their part of the publisher and their files", async () => {
    const { portal, synthetic } = await opened();
    expect(await portal.dataset("harbours")).toEqual({
      id: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
      name: "harbours",
      title: "Harbours",
      notes: "Made up.",
      licence: "UK Open Government Licence (OGL)",
      licenceUrl: "http://reference.data.gov.uk/id/open-government-licence",
      organisation: "Coast",
      author: null,
      frequency: "Yearly",
      created: "2023-01-01T00:00:00.000000",
      modified: "2023-04-01T00:00:00.000000",
      resources: [
        {
          id: ids.harbours,
          dataset: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
          name: "Harbours by Size",
          description: "Made up.",
          format: "CSV",
          mediaType: "text/csv",
          url: `${synthetic.address}/dataset/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/resource/${ids.harbours}/download/harbours_2023.csv`,
          size: 31, // 15 + 5 + 5 + 6, counted
          hash: null,
          created: "2023-01-10T09:00:00.000001",
          modified: "2023-02-01T08:30:15.123456",
          inDatastore: true,
        },
      ],
    });
  });

  it("that change while they are listed are refused", async () => {
    const { address } = await loopback((_, response, nth) => {
      const results = [{ id: `${nth}`, name: `n${nth}`, resources: [] }];
      body(response, 200, "package_search", { result: { count: 2 + nth, results } });
    });
    const portal = ckanPortal(connect(), { address });
    expect(await faultOf(portal.search(undefined, { pageSize: 1 }))).toMatchInlineSnapshot(`
      {
        "code": "changed-while-paging",
        "message": "[changed-while-paging] the list of data sets: the portal changed while it was read: 2 in all on one page, 3 on another
        Fix: Read it again.",
      }
    `);
  });

  it("given twice, because the order changed between pages, are not taken for two", async () => {
    const { address } = await loopback((_, response) => {
      body(response, 200, "package_search", {
        result: { count: 2, results: [{ id: "1", name: "n1", resources: [] }] },
      });
    });
    const { code } = await faultOf(ckanPortal(connect(), { address }).search(undefined, { pageSize: 1 }));
    expect(code).toBe("changed-while-paging");
  });
});

describe("rows", () => {
  it("come with their columns, labels and notes; codes are text", async () => {
    const { portal } = await opened();
    expect(await portal.rows(ids.harbours)).toEqual({
      fields: [
        { id: "_id", type: "int", label: null, notes: null },
        { id: "Harbour", type: "text", label: "Code of the harbour", notes: null },
        { id: "Berths", type: "numeric", label: null, notes: "Counted by eye." },
      ],
      rows: [
        { _id: 1, Harbour: "01", Berths: 7 },
        { _id: 2, Harbour: "02", Berths: 9 },
        { _id: 3, Harbour: "03", Berths: 12 },
      ],
      total: 3,
    });
  });

  it("come page by page, and all of them, though the portal gives fewer than were asked for", async () => {
    const { portal, synthetic } = await opened();
    synthetic.mostRows = 2;
    const { rows, total } = await portal.rows(ids.harbours, { pageSize: 500 });
    expect([rows.map(({ Harbour }) => Harbour), total]).toEqual([["01", "02", "03"], 3]);
    expect(synthetic.asked.map(({ url }) => new URL(url, "http://x").searchParams.get("offset"))).toEqual(["0", "2"]);
    const pages = [];
    for await (const page of portal.pages(ids.harbours, { pageSize: 1 })) pages.push(page.rows.length);
    expect(pages).toEqual([1, 1, 1]);
  });

  it("are filtered, chosen and sorted by the portal; the number of the row settles what a sort leaves open", async () => {
    const { portal, synthetic } = await opened();
    const { rows } = await portal.rows(ids.harbours, {
      filters: { Harbour: ["01", "03"] },
      fields: ["Harbour"],
      sort: "Berths desc",
    });
    expect(rows).toEqual([{ Harbour: "03" }, { Harbour: "01" }]);
    const { searchParams } = new URL(synthetic.asked[0]!.url, "http://x");
    expect(Object.fromEntries(searchParams)).toEqual({
      resource_id: ids.harbours,
      filters: '{"Harbour":["01","03"]}',
      fields: "Harbour",
      sort: "Berths desc, _id",
      limit: "10000",
      offset: "0",
      include_total: "true",
    });
  });

  it("none: columns, and no rows", async () => {
    const { portal } = await opened();
    const { rows, total, fields } = await portal.rows(ids.harbours, { filters: { Harbour: "99" } });
    expect([rows, total, fields.length]).toEqual([[], 0, 3]);
  });

  it("by SQL come as the portal gives them: numbers are text there", async () => {
    const { portal } = await opened();
    expect(await portal.select(`SELECT COUNT(*) FROM "${ids.harbours}"`)).toEqual({
      fields: [{ id: "count", type: "int8", label: null, notes: null }],
      rows: [{ count: "3" }],
      total: 1,
    });
  });

  it("that end before all have come are refused", async () => {
    const { address } = await loopback((_, response, nth) => {
      const records = nth === 0 ? [{ _id: 1 }] : [];
      body(response, 200, "datastore_search", { result: { fields: [], records, total: 5 } });
    });
    expect(await faultOf(ckanPortal(connect(), { address }).rows("x"))).toMatchInlineSnapshot(`
      {
        "code": "rows-missing",
        "message": "[rows-missing] x: the portal says that 5 rows answer, and gave 1
        Fix: Try again; if it stays so, download the file instead.",
      }
    `);
  });

  it("of a table that changes meanwhile are refused", async () => {
    const { address } = await loopback((_, response, nth) => {
      body(response, 200, "datastore_search", { result: { fields: [], records: [{ _id: nth }], total: 2 + nth } });
    });
    expect((await faultOf(ckanPortal(connect(), { address }).rows("x"))).code).toBe("changed-while-paging");
  });

  it.each([0, 1.5, Number.NaN])("cannot come %d at a time", async (pageSize) => {
    const { portal } = await opened();
    expect((await faultOf(portal.rows(ids.harbours, { pageSize }))).code).toBe("odd-option");
  });
});

describe("what is meant", () => {
  it.each([
    ["a name of a data set with one file", "harbours"],
    ["an id of a file", ids.harbours],
    ["an id of a data set", "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"],
    ["the address of a page", `https://www.opendata.nhs.scot/dataset/harbours/resource/${ids.harbours}`],
    ["the address of a data set's page", "https://www.opendata.nhs.scot/dataset/harbours?x=1"],
  ])("by %s", async (_, wanted) => {
    const { portal, synthetic } = await opened();
    const { url, page, ...offer } = await portal.find(wanted);
    expect(page).toBe(`${synthetic.address}/dataset/harbours`);
    expect(offer).toEqual({
      portal: "phs",
      dataset: "harbours",
      resource: ids.harbours,
      title: "Harbours by Size",
      publisher: "Keepers",
      licence: "UK Open Government Licence (OGL)",
      licenceUrl: "http://reference.data.gov.uk/id/open-government-licence",
      edition: "last changed 2023-02-01 08:30",
      modified: "2023-02-01T08:30:15.123456",
      created: "2023-01-10T09:00:00.000001",
      size: 31,
    });
  });

  it("is asked, with all the files, where a data set has several", async () => {
    const { portal } = await opened();
    expect(await faultOf(portal.find("boats"))).toMatchInlineSnapshot(`
      {
        "code": "several-resources",
        "message": "[several-resources] boats has 2 files; one must be named by its id
        22222222-2222-4222-8222-222222222222  Boats 2022 (CSV)
        33333333-3333-4333-8333-333333333333  Boats 2023 (CSV)
        Fix: For example: popneeds fetch 22222222-2222-4222-8222-222222222222",
      }
    `);
  });

  it("cannot be had where the portal lists a file and has none", async () => {
    const resource = { id: ids.harbours, package_id: "1", name: "Harbours", url: "" };
    const { address } = await loopback((request, response) => {
      const result = request.url!.includes("resource_show") ? resource : { id: "1", name: "n", resources: [resource] };
      body(response, 200, "any", { result });
    });
    const portal = ckanPortal(connect(), { address });
    expect(await faultOf(portal.find(ids.harbours))).toMatchInlineSnapshot(`
      {
        "code": "no-file",
        "message": "[no-file] Harbours (11111111-1111-4111-8111-111111111111): the portal lists it, and has no file of it
        Fix: Look at its page on the portal; ask the publisher.",
      }
    `);
    expect((await portal.files("n")).offers).toEqual([]);
  });

  it("takes the date of creation where a file was never changed", async () => {
    const { portal } = await opened();
    expect(await portal.find(ids.boats2022)).toMatchObject({
      modified: "2022-03-01T10:00:00.000000",
      edition: "last changed 2022-03-01 10:00",
    });
  });

  it("are the files of a data set, with the portal's date", async () => {
    const { portal } = await opened();
    const { offers, asOf } = await portal.files("boats");
    expect([offers.map(({ resource }) => resource), asOf]).toEqual([
      [ids.boats2022, ids.boats2023],
      "2026-11-28T15:20:43.000Z",
    ]);
    expect(await portal.files("withdrawn")).toEqual({ offers: [], asOf: null });
  });
});

describe("errors", () => {
  it("that CKAN calls not found", async () => {
    const { portal } = await opened();
    expect(await faultOf(portal.find("harbors"))).toMatchInlineSnapshot(`
      {
        "code": "not-on-portal",
        "message": "[not-on-portal] http://portal.test/api/3/action/package_show?id=harbors: the portal has no such thing: Not found
        Fix: Check the name or id on the portal's page; what was withdrawn or replaced has another.",
      }
    `);
    expect((await faultOf(portal.resource("12345"))).code).toBe("not-on-portal");
  });

  it("that CKAN calls invalid", async () => {
    const { portal, synthetic } = await opened();
    expect(await faultOf(portal.rows(ids.harbours, { filters: { Haven: "01" } }))).toMatchInlineSnapshot(`
      {
        "code": "portal-refused",
        "message": "[portal-refused] http://portal.test/api/3/action/datastore_search?resource_id=11111111-1111-4111-8111-111111111111&filters=%7B%22Haven%22%3A%2201%22%7D&sort=_id&limit=10000&offset=0&include_total=true: the portal refuses: Validation Error: {"filters":["invalid filter: Haven"]}
        Fix: Correct what it names: a column, a filter or a sort that the table does not have.",
      }
    `);
    expect(synthetic.asked.length).toBe(1);
  });

  it.each<[string, number, string, string, string]>([
    ["a web page", 200, "text/html", "<!DOCTYPE html><html></html>", "html-instead-of-data"],
    ["a web page that calls itself JSON", 200, "application/json", "<html></html>", "html-instead-of-data"],
    ["a web page that says that there is no such address", 404, "text/html", "<html></html>", "http-error"],
    ["a refusal without a body", 403, "text/plain", "", "http-error"],
    ["text", 200, "application/json", "Service", "not-json"],
    ["JSON that is cut off", 200, "application/json", '{"success": true, "resu', "not-json"],
    ["JSON that is no object", 200, "application/json", "[]", "unexpected-answer"],
    ["an object without a result", 200, "application/json", '{"success": true}', "unexpected-answer"],
    ["success false with status 200", 200, "application/json", '{"success": false}', "portal-refused"],
    [
      "a result without files",
      200,
      "application/json",
      '{"success":true,"result":{"id":"1","name":"n"}}',
      "unexpected-answer",
    ],
  ])("%s", async (_, status, type, text, expected) => {
    const { address, asked } = await loopback((_, response) => {
      response.writeHead(status, { "content-type": type }).end(text);
    });
    const { code, message } = await faultOf(ckanPortal(connect(), { address }).dataset("harbours"));
    expect([code, asked.length]).toEqual([expected, 1]);
    expect(message).toContain("/api/3/action/package_show?id=harbours");
  });

  it("that pass are waited out", async () => {
    const { address, asked } = await loopback((_, response, nth) => {
      if (nth < 2) response.writeHead(502).end("<html>Bad gateway</html>");
      else body(response, 200, "package_list", { result: ["a"] });
    });
    expect(await ckanPortal(connect(), { address }).datasetNames()).toEqual(["a"]);
    expect(asked.length).toBe(3);
  });
});
