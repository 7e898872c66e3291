import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeSource, sourcesOf } from "@popneeds/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readReferenceLifeTables } from "../src/index.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "popneeds-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(text: string): Promise<string> {
  const file = join(folder, "tables.csv");
  await writeFile(file, text);
  return file;
}
/** Made up for the tests. */
const rows = `table_id,age,sex,ex,source,note
toy,0,both,90,Toy Study,exact ages
toy,80,both,15,Toy Study,exact ages
other,0,Male,80,Other Study,
other,0,Female,82,Other Study,
`;

describe("readReferenceLifeTables", () => {
  it("reads each table by its id, with its source and licence", async () => {
    const tables = await readReferenceLifeTables(await fileOf(rows), {
      name: "tables.csv",
      licence: "for tests",
      licences: { toy: "no commercial use" },
      names: { toy: "Toy Table" },
    });
    expect([...tables.keys()]).toEqual(["toy", "other"]);
    const toy = tables.get("toy")!;
    expect([toy.name, toy.expectancy.all]).toEqual([
      "Toy Table",
      [
        { age: 0, years: 90 },
        { age: 80, years: 15 },
      ],
    ]);
    expect(describeSource(sourcesOf(toy.provenance)[0]!)).toMatch(
      /^Toy Study\. given by the analyst; edition: exact ages; no commercial use; tables\.csv; sha256 [0-9a-f]{12}…$/,
    );
    expect(sourcesOf(tables.get("other")!.provenance)[0]!.licence).toBe("for tests");
    expect(tables.get("other")!.expectancy.female![0]!.years).toBe(82);
  });

  it("takes the licence from the file where it has one", async () => {
    const file = await fileOf("table_id,age,sex,ex,licence\ntoy,0,both,90,open\n");
    const toy = (await readReferenceLifeTables(file)).get("toy")!;
    expect(sourcesOf(toy.provenance)[0]!.licence).toBe("open");
  });

  it("refuses a table without a licence, a sex that is none, and rows that are no numbers", async () => {
    await expect(
      readReferenceLifeTables(await fileOf(rows), { name: "tables.csv" }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [licence-not-stated] readReferenceLifeTables: each table needs a licence, which is printed where it is used; 2 of 2 in tables.csv have none:
        toy
        other
        Fix: Say it in a column "licence", or here: { licences: { who_ghe: "CC BY-NC-SA 3.0 IGO" } }.]
    `);
    const read = async (row: string) =>
      readReferenceLifeTables(await fileOf(`table_id,age,sex,ex\n${row}\n`), { licence: "open" });
    await expect(read("toy,0,women,80")).rejects.toThrow('found "women" at age 0');
    await expect(read("toy,0,both,")).rejects.toThrow("[invalid-life-table]");
    await expect(readReferenceLifeTables(await fileOf("age,ex\n0,80\n"))).rejects.toThrow("[missing-column]");
    await expect(readReferenceLifeTables(await fileOf("table_id,age,sex,ex\n"))).rejects.toThrow("[no-rows]");
  });
});
