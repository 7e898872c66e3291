import { PopneedsError } from "@popneeds/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTable, sourceOf } from "../../src/read-csv.ts";
import { draftOf, readBy, schemaOfCode } from "./draft-of.ts";

const cell = {
  area: fc.constantFrom("S12000006", "S12000005", "S12000008", "S92000003"),
  sex: fc.constantFrom("Female", "Male", "All"),
  age: fc.constantFrom("0-15", "16-64", "65+"),
  year: fc.constantFrom("2019", "2020", "2021/22"),
  count: fc.oneof(fc.nat(5000).map(String), fc.constantFrom("*", "NA", "", '"1,200"')),
  rate: fc.oneof(
    fc.nat(500).map((tenths) => (tenths / 10).toFixed(1)),
    fc.constantFrom("..", ""),
  ),
  text: fc.constantFrom("Injury", "Cancer", 'say ""no""', "a // b", "it's"),
};
const file = fc
  .record({
    columns: fc.subarray(["area", "sex", "age", "year", "text"] as const, { minLength: 1 }),
    rows: fc.array(fc.record(cell), { minLength: 1, maxLength: 12 }),
  })
  .map(({ columns, rows }) =>
    [
      [...columns, "count", "rate"].join(","),
      ...rows.map((row) =>
        [...columns.map((column) => (column === "text" ? `"${row.text}"` : row[column])), row.count, row.rate].join(
          ",",
        ),
      ),
    ].join("\n"),
  )
  .map((text) => `${text}\n`);

test("what a draft proposes reads the file: every row is in the table, declared as a total, or refused as a repeated one", async () => {
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      const draft = await draftOf(text);
      if (draft.schema === null) return;
      const byCode = read(() => parseTable(text, schemaOfCode(draft), sourceOf("file.csv", "", {})));
      const table = read(() => readBy(draft, text));
      expect(byCode && [...byCode]).toEqual(table && [...table]);
      if (table === null) return;
      const refused = table.issues.filter(({ severity }) => severity === "error");
      expect(refused.filter(({ code }) => code !== "duplicate-key")).toEqual([]);
      const left = table.issues
        .filter(({ code }) => code === "total-left-out")
        .reduce((sum, { message }) => sum + Number(message.split(" ")[0]), 0);
      expect(table.length + refused.length + left).toBe(draft.rows);
    }),
    { numRuns: 200 },
  );
});

test("whatever text a file holds, a draft comes of it, or a coded error", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, unit: "binary" }), async (text) => {
      const draft = await draftOf(text).catch((error: unknown) => {
        expect(error).toBeInstanceOf(PopneedsError);
        return null;
      });
      if (draft?.schema) expect(Object.keys(schemaOfCode(draft).fields)).toEqual(Object.keys(draft.schema.fields));
    }),
    { numRuns: 300 },
  );
});

/** A table, or nothing where every row was left out and nothing remains. */
function read<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof PopneedsError) return null;
    throw error;
  }
}
