import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openData } from "@popneeds/ingest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPlaces, localitiesOf, readLocalities, withLocalities, withoutLocalities } from "../src/index.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "localities-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(text: string): Promise<string> {
  const path = join(folder, "own.csv");
  await writeFile(path, text);
  return path;
}

describe("readLocalities", () => {
  it("gives a partnership without localities those of a file", async () => {
    const places = await loadPlaces(await openData(new URL("../../../datasets", import.meta.url).pathname));
    const orkney = places.find("Orkney Islands").code;
    // Made up: the zones of Orkney in two halves.
    const rows = places
      .baseAreas(orkney)
      .map((zone, i) => (i < 15 ? `${zone},X1,"One, half"` : `${zone},X2,Other half`));
    const path = await file(`data_zone,locality,name\r\n${rows.join("\r\n")}\r\n`);
    const more = withLocalities(places, await readLocalities(path, { name: "own.csv", edition: "made up in a test" }));
    expect(localitiesOf(more, orkney).map(({ name, address }) => [name, address])).toEqual([
      ["One, half", "orkney-islands/one-half"],
      ["Other half", "orkney-islands/other-half"],
    ]);
    expect(withoutLocalities(more, orkney)).toBeNull();
    expect(more.lookUp("data-zone", "locality").edition).toContain("made up in a test");
    expect(localitiesOf(more, "S37000006")).toHaveLength(4);
  });

  it("refuses a file without the columns", async () => {
    const path = await file("zone,locality\nz1,l1\n");
    await expect(readLocalities(path, { name: "own.csv" })).rejects.toThrow(
      '[missing-column] own.csv, line 1: missing column "data_zone"; found "zone", "locality"',
    );
    await expect(readLocalities(join(folder, "none.csv"))).rejects.toThrow("[no-such-file]");
  });
});
