import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { portalAnswersReader } from "../../../src/readers/portal-answers/portal-answers.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic bodies, in the shape in which CKAN answers: one line without an end. */
const answer = (action: string, rest: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ help: `https://example.org/api/3/action/help_show?name=${action}`, success: true, ...rest });
const read = async (text: string) => readRaw(await rawFile(text, "answer.json"));

const fields = [
  { type: "int", id: "_id" },
  { type: "numeric", id: "Year", info: { label: "Calendar year", notes: "" } },
  { type: "text", id: "HB", info: { label: "Health board", notes: "" } },
  { type: "int", id: "Deaths" },
  { type: "text", id: "DeathsQF" },
  { type: "numeric", id: "Rate" },
];
const records = [
  { _id: 1, Year: 2020, HB: "S08000015", Deaths: 12, DeathsQF: "", Rate: 10.5 },
  { _id: 2, Year: 2020, HB: "S08000016", Deaths: null, DeathsQF: "c", Rate: null },
];
const search = answer("datastore_search", { result: { fields, records, total: 2 } });

describe("records of a portal", () => {
  test("numbers are figures, times and texts are keys, qualifiers say why a figure is missing", async () => {
    const file = await read(search);
    expect(file.because).toBe("it is JSON that answers datastore_search");
    const { name, table } = file.tables[0]!;
    expect(name).toBe("records: by record, year and hB");
    expect(Object.entries(table.measures).map(([measure, { kind }]) => [measure, kind])).toEqual([
      ["deaths", "count"],
      ["rate", "score"],
    ]);
    expect([...table].map((row) => [row["record"], row["year"], row["deaths"], row["rate"], row.missing])).toEqual([
      ["1", "2020", 12, 10.5, null],
      ["2", "2020", null, null, "suppressed"],
    ]);
    expect(file.issues).toEqual([]);
  });

  test("the columns that the portal declares are a table of their own", async () => {
    const { table } = (await read(search)).tables[1]!;
    expect([...table].map((row) => [row["column"], row["type"], row["label"]]).slice(0, 3)).toEqual([
      ["_id", "int", ""],
      ["Year", "numeric", "Calendar year"],
      ["HB", "text", "Health board"],
    ]);
  });

  test("the same record twice stays twice: its place tells it apart", async () => {
    const file = await read(
      answer("datastore_search_sql", {
        result: {
          fields: [
            { type: "text", id: "Dose" },
            { type: "numeric", id: "Number" },
          ],
          records: [
            { Dose: "1", Number: "19" },
            { Dose: "1", Number: "19" },
          ],
        },
      }),
    );
    expect([...file.tables[0]!.table].map((row) => [row["record"], row["dose"], row["number"]])).toEqual([
      ["1", "1", 19],
      ["2", "1", 19],
    ]);
  });

  test("records as lists are read in the order of the columns", async () => {
    const lists = answer("datastore_search", {
      result: { fields, records: [[1, 2020, "S08000015", 12, "", 10.5]], total: 1 },
    });
    expect([...(await read(lists)).tables[0]!.table].map((row) => [row["hB"], row["deaths"]])).toEqual([
      ["S08000015", 12],
    ]);
    const text = answer("datastore_search", { result: { fields, records: "1,2020\n" } });
    await expect(read(text)).rejects.toMatchObject({ code: "no-records" });
  });

  test("an answer that holds a part of the resource, or none of it, says so", async () => {
    const some = await read(search.replace('"total":2', '"total":248135'));
    expect(some.issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["warning", "the answer holds 2 of 248,135 records"],
    ]);
    const none = await read(answer("datastore_search", { result: { fields, records: [], total: 5 } }));
    expect(none.tables.map(({ part }) => part)).toEqual(["columns"]);
    expect(none.issues.map(({ message }) => message)).toEqual(["the answer holds 0 of 5 records"]);
    const cut = await read(answer("datastore_search_sql", { result: { fields, records, records_truncated: true } }));
    expect(cut.issues.map(({ message }) => message)).toEqual(["the answer holds 2 records, and the portal cut it off"]);
  });

  test("a record that is not as declared is a warning", async () => {
    const file = await read(search.replace('"Rate":10.5', '"rate":10.5'));
    expect(file.issues.map(({ code, message }) => [code, message])).toEqual([
      ["record-not-as-declared", "a record has other columns than the answer declares in 1 row (line 1)"],
    ]);
  });
});

const dataset = {
  id: "d1",
  name: "deaths",
  title: "Deaths",
  license_title: "OGL",
  organization: { title: "Health" },
  num_resources: 2,
  author_email: "nobody@example.org",
  resources: [
    { id: "r1", package_id: "d1", name: "By board", format: "CSV", url: "https://example.org/a.csv", size: 376 },
    { id: "r2", package_id: "d1", name: "By council", format: "CSV", url: "https://example.org/b.csv", size: null },
  ],
};
const list = answer("package_search", { result: { count: 1, results: [dataset] } });

describe("data sets and resources of a portal", () => {
  test("a search, and a data set, give a row for each data set and for each resource, and no person's address", async () => {
    for (const text of [list, answer("package_show", { result: dataset })]) {
      const file = await read(text);
      expect(file.tables.map(({ part, table }) => [part, table.length])).toEqual([
        ["data sets", 1],
        ["resources", 2],
      ]);
      expect([...file.tables[0]!.table].map((row) => [row["id"], row["publisher"], row["resources"]])).toEqual([
        ["d1", "Health", 2],
      ]);
      expect([...file.tables[1]!.table].map((row) => [row["id"], row["dataset"], row["bytes"]])).toEqual([
        ["r1", "d1", 376],
        ["r2", "d1", null],
      ]);
      expect(JSON.stringify(file.tables.map(({ table }) => [...table]))).not.toContain("nobody");
      expect(file.issues).toEqual([]);
    }
  });

  test("a resource gives one row", async () => {
    const file = await read(answer("resource_show", { result: dataset.resources[0] }));
    expect([...file.tables[0]!.table].map((row) => [row["id"], row["bytes"]])).toEqual([["r1", 376]]);
  });

  test("data sets or resources that are not in the answer are a warning", async () => {
    const file = await read(list.replace('"count":1', '"count":90').replace('"num_resources":2', '"num_resources":3'));
    expect(file.issues.map(({ code, message }) => [code, message])).toEqual([
      ["not-all-data-sets", "the answer holds 1 of 90 data sets"],
      ["resources-missing", "the data set has another number of resources than it says in 1 row (line 1)"],
    ]);
  });
});

describe("an error of a portal", () => {
  test("is an answer: one row, and a warning", async () => {
    const file = await read(
      answer("resource_show", { success: false, error: { message: "Not found", __type: "Not Found Error" } }),
    );
    expect([...file.tables[0]!.table].map((row) => [row["type"], row["message"]])).toEqual([
      ["Not Found Error", "Not found"],
    ]);
    expect(file.issues).toMatchInlineSnapshot(`
      [
        {
          "code": "portal-error",
          "file": "answer.json",
          "fix": "Check the id that was asked for; the portal may have a newer one.",
          "message": "the portal answered with an error: Not Found Error: Not found",
          "severity": "warning",
        },
      ]
    `);
  });

  test("an answer of another kind, and one that is cut off, are refused", async () => {
    await expect(read(answer("status_show", { result: { version: 2 } }))).rejects.toMatchObject({
      code: "unknown-answer",
    });
    await expect(read(list.slice(0, -9))).rejects.toMatchObject({ code: "not-json" });
  });
});

describeSturdiness(portalAnswersReader, "answer.json", () => search);
describeSturdiness(portalAnswersReader, "list.json", () => list);
