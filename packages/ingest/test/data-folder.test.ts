import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { sourcesOf } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { area, count, openData, schema } from "../src/index.ts";
import { faultOf, said, temporaryFolder } from "./fixtures.ts";

const { folder, put } = temporaryFolder();
const by = schema({ area: area("zone"), deaths: count("deaths") });
const text = "zone,deaths\n01,1\n02,2\n";
const hashOf = (of: string) => createHash("sha256").update(of).digest("hex");

mkdirSync(`${folder}/data`);
put("data/deaths.csv", text);
put("data/changed.csv", text.replace("02,2", "02,3"));
put("data/bad.csv", "zone,deaths\n01,1\n02,-2\n");
put(
  "datapackage.json",
  JSON.stringify({
    resources: [
      {
        name: "deaths",
        path: "data/deaths.csv",
        title: "Deaths",
        publisher: "A register",
        edition: "2021",
        released: "2022-08-01",
        class: "published",
        hash: `sha256:${hashOf(text)}`,
        licenses: [{ name: "OGL", title: "Open Government Licence v3.0" }],
      },
      { name: "changed", path: "data/changed.csv", hash: `sha256:${hashOf(text)}` },
      { name: "bad", path: "data/bad.csv" },
      { name: "gone", path: "data/gone.csv" },
    ],
  }),
);

describe("openData", () => {
  it("names its tables, and says of each what the data package says", async () => {
    const data = await openData(folder);
    expect(data.names).toEqual(["deaths", "changed", "bad", "gone"]);
    expect([data.has("deaths"), data.has("births")]).toEqual([true, false]);
    expect(data.about("deaths")).toMatchObject({ title: "Deaths", edition: "2021", evidence: "published" });
    expect(data.about("bad")).toMatchObject({ title: "bad", publisher: "publisher not stated" });
  });

  it("gives a table whose source is the file in the data package, with its own hash", async () => {
    const table = await (await openData(folder)).table("deaths", by);
    expect([...table].map(({ deaths }) => deaths)).toEqual([1, 2]);
    expect(sourcesOf(table.provenance)).toEqual([
      {
        id: "deaths",
        title: "Deaths",
        publisher: "A register",
        edition: "2021",
        licence: "Open Government Licence v3.0",
        file: "data/deaths.csv",
        sha256: hashOf(text),
        evidence: "published",
        released: "2022-08-01",
      },
    ]);
    expect(table.issues).toEqual([]);
  });

  it("reads a file that was changed all the same, with a warning and with the hash that it has now", async () => {
    const table = await (await openData(folder)).table("changed", by);
    expect([...table].map(({ deaths }) => deaths)).toEqual([1, 3]);
    expect(sourcesOf(table.provenance)[0]!.sha256).toBe(hashOf(text.replace("02,2", "02,3")));
    expect(said(table)).toMatchInlineSnapshot(`
      [
        "warning: data/changed.csv: the file is not the one that datapackage.json describes: its sha256 differs [changed-since-packaged] Fix: If you changed it knowingly, rebuild the data package; if not, restore the file.",
      ]
    `);
    const records = await (await openData(folder)).records("changed", ["zone"]);
    expect(records.issues.map(({ code }) => code)).toEqual(["changed-since-packaged"]);
  });

  it("tells of the files read so far that were changed", async () => {
    const data = await openData(folder);
    await data.records("deaths", ["zone"]);
    expect(data.warnings()).toEqual([]);
    await data.records("changed", ["zone"]);
    await data.table("changed", by);
    expect(data.warnings().map(({ code, file }) => [code, file])).toEqual([
      ["changed-since-packaged", "data/changed.csv"],
    ]);
  });

  it("refuses a table with a fault, whole", async () => {
    const data = await openData(folder);
    expect((await faultOf(() => data.table("bad", by))).message).toMatchInlineSnapshot(`
      "[negative-count] every row must hold what the schema says; 1 fault:
        data/bad.csv, line 3: deaths is -2; a count is 0 or more [negative-count] Fix: Correct the cell; if the publisher writes a missing figure as a negative number, declare it as a mark."
    `);
  });

  it("refuses a table that the data package does not have, and a file that is gone", async () => {
    const data = await openData(folder);
    const unknown = await faultOf(() => data.table("births", by));
    expect(unknown.message.replaceAll(folder, "folder")).toMatchInlineSnapshot(`
      "[no-such-table] folder: the data package has no table "births"; it has deaths, changed, bad, gone …
        Fix: Use the data that came with popneeds, or add the table to datapackage.json."
    `);
    expect((await faultOf(() => data.table("gone", by))).message).toMatchInlineSnapshot(`
      "[no-such-file] data/gone.csv: there is no such file
        Fix: Check the path, and that you may read the file."
    `);
  });

  it("refuses a folder without a data package, or whose data package is none", async () => {
    expect((await faultOf(() => openData("no/such/folder"))).message).toMatchInlineSnapshot(`
      "[no-data-package] no/such/folder: a data folder needs a datapackage.json with a list of resources; there is none
        Fix: Give the folder that holds datapackage.json: --data datasets."
    `);
    mkdirSync(`${folder}/odd`);
    for (const odd of ["{", "null", "[]", "{}", '{"resources":{}}']) {
      put("odd/datapackage.json", odd);
      const fault = await faultOf(() => openData(`${folder}/odd`));
      expect([odd, fault.code]).toEqual([odd, "no-data-package"]);
    }
  });
});
