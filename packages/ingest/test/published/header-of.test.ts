import { describe, expect, test } from "vitest";
import { headerOf } from "../../src/published/header-of.ts";
import { rawFile } from "../../src/published/raw-file.ts";

describe("the header by which a format is recognised", () => {
  test.each([
    ["a plain one", "Year,CA \n1,2\n", ["Year", "CA"]],
    ["below blank lines", "\n\nYear,CA\n", ["Year", "CA"]],
    ["of one cell over two lines", '"Year\nof death",CA\n1,2\n', ["Year\nof death", "CA"]],
    ["none where JSON begins", '{"help": "a,b",\n"success": true}', []],
    ["none where a quote never ends", '"Year,CA\n1,2\n', []],
  ])("%s", async (_, text, header) => {
    expect(headerOf(await rawFile(text, "f.csv"))).toEqual(header);
  });

  test("by each delimiter, however often it is asked for", async () => {
    const file = await rawFile("Year\tCA,HB\n", "f.tsv");
    for (const _ of [1, 2]) {
      expect(headerOf(file)).toEqual(["Year\tCA", "HB"]);
      expect(headerOf(file, "\t")).toEqual(["Year", "CA,HB"]);
    }
  });
});
