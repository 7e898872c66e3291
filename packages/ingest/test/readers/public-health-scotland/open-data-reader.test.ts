import { describe, expect, test } from "vitest";
import { area, category, count } from "../../../src/field.ts";
import { openDataReader } from "../../../src/readers/public-health-scotland/open-data-reader.ts";
import { schema } from "../../../src/schema.ts";
import { csv, issuesOf, readText } from "./sample.ts";

const by = (where: string) =>
  schema({ area: area(where, { qualifier: `${where}QF` }), reason: category("Reason"), deaths: count("Deaths") });
const reader = openDataReader({
  name: "made-up",
  title: "Made up",
  forms: [by("HB"), by("CA")],
  beside: ["Country"],
  doubts: ({ file, rows }) =>
    rows.length > 1 ? [{ code: "two-rows", severity: "note", file, message: "there are two rows", fix: "Look." }] : [],
});
const read = (text: string) => readText(text, { readers: [reader] });

describe("the reader of one table of open data", () => {
  test("recognises each of its forms, in any order of columns, with or without the datastore's own", async () => {
    const board = await read(csv("Deaths,Reason,HB,HBQF,Country", "3,x,S08000015,,S92000003"));
    const council = await read(csv("_id,CA,CAQF,Country,Reason,Deaths", "1,S12000033,,S92000003,x,3"));
    expect([board, council].map(({ table }) => [...table("by area and reason")])).toEqual([
      [{ area: "S08000015", reason: "x", deaths: 3, missing: null }],
      [{ area: "S12000033", reason: "x", deaths: 3, missing: null }],
    ]);
    expect(board.because).toBe("its columns are just those of this table: Deaths, Reason, HB, HBQF and 1 more");
  });

  test("leaves a table with a column more or fewer to others", async () => {
    for (const text of [
      csv("Deaths,Reason,HB,HBQF,Country,Sex", "3,x,S08000015,,S92000003,All"),
      csv("Deaths,Reason,HB,HBQF", "3,x,S08000015,"),
    ])
      await expect(read(text)).rejects.toThrow("no reader knows this format");
  });

  test("gives doubts about the whole table", async () => {
    const file = await read(
      csv("HB,HBQF,Country,Reason,Deaths", "S08000015,,S92000003,x,3", "S08000016,,S92000003,x,3"),
    );
    expect(issuesOf(file)).toEqual([
      "note | two-rows | there are two rows",
      'note | column-not-read | line 1 | the schema does not name the column "Country"; not read',
    ]);
  });
});
