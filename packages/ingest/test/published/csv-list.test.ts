import { expect, test } from "vitest";
import { category, label } from "../../src/field.ts";
import { csvList } from "../../src/published/csv-list.ts";
import { rawFile } from "../../src/published/raw-file.ts";
import { readRaw } from "../../src/published/read-published.ts";

const reader = csvList({
  name: "zones",
  title: "Zones",
  publisher: "A publisher",
  licence: "A licence",
  keys: { zone: category("Zone"), board: label("Board") },
  once: "Zone",
  doubts: ({ file, rows }) => [
    { code: "few", severity: "note", file, message: `there are ${rows.length} rows`, fix: "Nothing to do." },
  ],
});
const read = async (text: string) => readRaw(await rawFile(text, "zones.csv"), { readers: [reader] });

test("a list is recognised by its whole header, and its rows are counted", async () => {
  const file = await read("Zone,Board\n1,A\n2,A\n");
  expect(file.because).toBe("its header is Zone, Board");
  expect([...file.tables[0]!.table].map(({ zone, board, rows }) => [zone, board, rows])).toEqual([
    ["1", "A", 1],
    ["2", "A", 1],
  ]);
  expect(file.issues.map(({ message }) => message)).toEqual(["there are 2 rows"]);
  await expect(read("Zone,Board,More\n1,A,x\n")).rejects.toMatchObject({ code: "unknown-format" });
});

test("what is listed twice is a warning, the header once more an error", async () => {
  const file = await read("Zone,Board\n1,A\n1,B\nZone,Board\n2,A\n");
  expect(file.tables[0]!.table).toHaveLength(3);
  expect(file.issues.map(({ severity, message }) => [severity, message])).toEqual([
    ["error", "1 row left out: the header stands among the rows (line 4)"],
    ["warning", "1 row has a Zone that an earlier row has too (line 3)"],
    ["note", "there are 3 rows"],
  ]);
});
