import { describe, expect, test } from "vitest";
import { area, category, count } from "../../../src/field.ts";
import { rawFile } from "../../../src/published/raw-file.ts";
import { openDataTable, withReasonsInKeys } from "../../../src/readers/public-health-scotland/open-data-table.ts";
import { schema } from "../../../src/schema.ts";

const table = async (text: string) => openDataTable(await rawFile(text, "a.csv"));

describe("a table of open data", () => {
  test("is without the datastore's own column", async () => {
    const { header, rows } = await table("_id,HB,Deaths\n1,S08000015,3\n");
    expect(header).toEqual(["HB", "Deaths"]);
    expect(rows).toEqual([["S08000015", "3"]]);
  });

  test("is without a header that stands among its rows, which is an error", async () => {
    const { rows, issues } = await table("HB,Deaths\nS08000015,3\nHB,Deaths\nS08000016,4\n");
    expect(rows.map(([code]) => code)).toEqual(["S08000015", "S08000016"]);
    expect(issues.map(({ code, severity, line }) => [code, severity, line])).toEqual([
      ["header-among-rows", "error", 3],
    ]);
  });

  test("that R saved has its blanks back, in qualifiers and in what they qualify, and nowhere else", async () => {
    const { rows, issues } = await table("HB,HBQF,Specialty,Deaths,DeathsQF\nNA,NA,NA,NA,c\nS08000015,NA,C1,3,NA\n");
    expect(rows).toEqual([
      ["", "", "NA", "", "c"],
      ["S08000015", "", "C1", "3", ""],
    ]);
    expect(issues.map(({ code }) => code)).toEqual(["saved-by-r"]);
  });

  test("keeps an NA where blanks stand beside it: the publisher wrote it", async () => {
    const { rows, issues } = await table("HB,HBQF\nS08000015,NA\nS08000016,\n");
    expect(rows).toEqual([
      ["S08000015", "NA"],
      ["S08000016", ""],
    ]);
    expect(issues).toEqual([]);
  });

  test("says in words why a key is blank, where a qualifier does", async () => {
    const of = schema({
      area: area("HB", { qualifier: "HBQF" }),
      reason: category("Reason"),
      deaths: count("Deaths"),
    });
    const cells = await table("HB,HBQF,Reason,Deaths\n,z,x,1\n,c,x,1\n,,,1\n,p,x,1\nS08000015,:,x,1\n");
    expect(withReasonsInKeys(cells, of).rows.map((row) => row.slice(0, 3))).toEqual([
      ["not applicable", "z", "x"],
      ["suppressed", "c", "x"],
      ["", "", ""],
      ["provisional (p)", "p", "x"],
      ["S08000015", ":", "x"],
    ]);
  });
});
