import { utils, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { readWorkbook } from "../../src/published/workbook.ts";

/** Synthetic: an ods file of one number, with a number format of the kind that the library has words about. */
function odsWithFormat(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["people", 12]]), "Table 1");
  const entries = unzipSync(write(book, { type: "buffer", bookType: "ods" }) as Buffer);
  const format =
    '<number:number-style style:name="N9"><number:number number:min-integer-digits="1"/>' +
    '<style:map style:condition="value()&gt;0" style:apply-style-name="N9P0"/></number:number-style>';
  const content = strFromU8(entries["content.xml"]!).replace("<office:automatic-styles>", (tag) => `${tag}${format}`);
  return zipSync({ ...entries, "content.xml": strToU8(content) });
}

test("an ods file is opened without a word on the console, and the console is as it was", async () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const [sheet] = await readWorkbook(odsWithFormat(), "table.ods");
  expect(sheet!.rows).toEqual([["people", "12"]]);
  expect(error).not.toHaveBeenCalled();
  const { error: left } = console;
  expect(left).toBe(error);
  error.mockRestore();
});
