import { explain } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import {
  agesAcross,
  area,
  category,
  count,
  countAcross,
  parseTable,
  readCsv,
  refuseErrors,
  schema,
  sex,
  sourceOf,
} from "../src/index.ts";
import { deathsSchema, faultOf, goodRow, header, readText, said, temporaryFolder } from "./fixtures.ts";

const { put } = temporaryFolder();

describe("a good file", () => {
  it("gives a table of what the schema names, codes kept as text", () => {
    const [row] = [...readText(header + goodRow, deathsSchema)];
    expect(row).toEqual({
      area: "01",
      period: { label: "2021", start: "2021-01-01", end: "2021-12-31" },
      sex: "female",
      age: { from: 85, to: 90, label: "85-89" },
      deaths: 7,
      missing: null,
    });
  });

  it("is known by its title, edition and hash, and by how many rows were read", () => {
    const about = {
      title: "Deaths",
      publisher: "A register",
      edition: "2021",
      licence: "open",
      released: "2022-08-01",
    };
    const table = parseTable(header + goodRow, deathsSchema, sourceOf("data/deaths.csv", "ab".repeat(32), about));
    expect(explain(table)).toMatchInlineSnapshot(`
      "Deaths. A register; edition: 2021, released 2022-08-01; open; data/deaths.csv; sha256 abababababab…
        read 1 row"
    `);
  });

  it("has its columns in any order, and columns that the schema does not name are not read, with a note", () => {
    const table = readText("deaths,age,sex,year,zone,note,\n7,85-89,female,2021,01,x,y\n", deathsSchema);
    expect(table.length).toBe(1);
    expect(said(table)).toMatchInlineSnapshot(`
      [
        "note: deaths.csv, line 1: the schema does not name the columns "note", (without a header); not read [column-not-read] Fix: Add them to the schema if needed.",
      ]
    `);
  });

  it("may begin with a byte-order mark", async () => {
    const file = put("bom.csv", `\uFEFF${header}${goodRow}`);
    const table = await readCsv(file, deathsSchema, { name: "bom.csv" });
    expect([table.length, said(table)]).toEqual([1, []]);
  });

  it("is read with the encoding and the delimiter that are said", async () => {
    const bytes = Buffer.from("zone;year;sex;age;deaths\nMòr;2021;female;90+;1\n", "latin1");
    const table = await readCsv(put("latin.csv", bytes), deathsSchema, { encoding: "windows-1252", delimiter: ";" });
    expect([...table].map((row) => [row.area, row.age.label])).toEqual([["Mòr", "90+"]]);
  });
});

describe("a header that does not hold what the schema names", () => {
  it.each([
    ["a missing column", "zone,year,sex,age\n01,2021,female,0\n"],
    ["a renamed column", "zone,year,gender,ageband,deaths\n01,2021,female,0,1\n"],
    ["a header in other letters", "Zone,Year,sex,age_,deaths\n01,2021,female,0,1\n"],
    ["a column twice", "zone,year,sex,age,deaths,zone\n01,2021,female,0,1,02\n"],
    ["semicolons", "zone;year;sex;age;deaths\n01;2021;female;0;1\n"],
    ["tabs", "zone\tyear\tsex\tage\tdeaths\n01\t2021\tfemale\t0\t1\n"],
    ["a banner above it", "Deaths registered in 2021\nzone,year,sex,age,deaths\n01,2021,female,0,1\n"],
  ])("%s is refused with file, line and what to write", async (_, text) => {
    const fault = await faultOf(() => readText(text, deathsSchema));
    expect(fault.message).toMatchSnapshot();
    expect(fault.issues.map(({ code, file, line }) => ({ code, file, line }))).toEqual([
      { code: fault.code, file: "deaths.csv", line: 1 },
    ]);
  });
});

describe("a row that does not hold what the schema says", () => {
  it("has the keys of an earlier row", () => {
    const table = readText(`${header}${goodRow}02,2021,male,0,1\n${goodRow.replace(",7", ",8")}`, deathsSchema);
    expect(said(table)).toMatchInlineSnapshot(`
      [
        "error: deaths.csv, line 4: the row has the same keys as line 2: zone 01, year 2021, sex female, age 85-89 [duplicate-key] Fix: Remove one of the rows, or add the column that tells them apart to the schema.",
      ]
    `);
    expect([...table].map(({ deaths }) => deaths)).toEqual([7, 1]);
  });

  it.each([
    ["a negative count", "-3"],
    ["a fractional count", "1.5"],
    ["a suppression mark", "*"],
    ["a qualifier", "c"],
    ["a colon", ":"],
    ["a mark in brackets", "[c]"],
    ["a bound", "<5"],
    ["a blank", ""],
    ["a thousands separator", '"1,234"'],
    ["misplaced separators", '"12,34"'],
    ["a note", "3 (provisional)"],
    ["a control character", "\u00001"],
    ["the name of a property of objects", "constructor"],
  ])("has %s where a count belongs", (_, cell) => {
    const table = readText(`${header}${goodRow}02,2021,female,0,${cell}\n`, deathsSchema);
    expect(table.length).toBe(1);
    expect(said(table)).toMatchSnapshot();
  });

  it("has a blank key, or one that its column does not take", () => {
    const rows = [",2021,female,0,1", "01,,female,0,1", "01,2021,,0,1", "01,2021,female,,1"];
    const odd = ["01,last year,female,0,1", "01,2021,F,0,1", "01,2021,female,young,1", "01,2021,toString,0,1"];
    const table = readText(header + [...rows, ...odd].join("\n"), deathsSchema);
    expect(table.length).toBe(0);
    expect(said(table)).toMatchInlineSnapshot(`
      [
        "error: deaths.csv, line 2: zone is blank; expected an area code [blank-key] Fix: Fill the cell, or take the row out.",
        "error: deaths.csv, line 3: year is blank; expected a period such as 2023, 2022/23, 2019-2021 or 2016-07 [blank-key] Fix: Fill the cell, or take the row out.",
        "error: deaths.csv, line 4: sex is blank; expected female or male [blank-key] Fix: Fill the cell, or take the row out.",
        "error: deaths.csv, line 5: age is blank; expected an age or a band of ages such as 85-89 or 90+ [blank-key] Fix: Fill the cell, or take the row out.",
        "error: deaths.csv, line 6: year is "last year"; expected a period such as 2023, 2022/23, 2019-2021 or 2016-07 [unexpected-value] Fix: Correct the cell, or say in the schema what the publisher means by it.",
        "error: deaths.csv, line 7: sex is "F"; expected female or male [unexpected-value] Fix: Correct the cell, or say in the schema what the publisher means by it.",
        "error: deaths.csv, line 8: age is "young"; expected an age or a band of ages such as 85-89 or 90+ [unexpected-value] Fix: Correct the cell, or say in the schema what the publisher means by it.",
        "error: deaths.csv, line 9: sex is "toString"; expected female or male [unexpected-value] Fix: Correct the cell, or say in the schema what the publisher means by it.",
      ]
    `);
  });

  it("has too few or too many cells", () => {
    const table = readText(`${header}01,2021,female\n02\n03,2021,female,0,1,234\n${goodRow}`, deathsSchema);
    expect(table.length).toBe(1);
    expect(said(table)).toMatchInlineSnapshot(`
      [
        "error: deaths.csv, line 2: the row has 3 cells; the header has 5 [wrong-number-of-cells] Fix: Mend the row: a comma inside a cell needs quotes around the cell, and a cut-off file needs downloading again.",
        "error: deaths.csv, line 3: the row has 1 cell; the header has 5 [wrong-number-of-cells] Fix: Mend the row: a comma inside a cell needs quotes around the cell, and a cut-off file needs downloading again.",
        "error: deaths.csv, line 4: the row has 6 cells; the header has 5 [wrong-number-of-cells] Fix: Mend the row: a comma inside a cell needs quotes around the cell, and a cut-off file needs downloading again.",
      ]
    `);
  });
});

describe("totals among their parts", () => {
  const rows = "01,all,3\n01,female,2\n01,male,1\n02,all,1\n02,female,1\n";

  it("are an error where the schema does not declare them", () => {
    const undeclared = schema({ area: area("zone"), sex: sex("sex"), deaths: count("deaths") });
    const table = readText(`zone,sex,deaths\n${rows}`, undeclared);
    expect([...table].map(({ deaths }) => deaths)).toEqual([2, 1, 1]);
    expect(said(table)).toMatchInlineSnapshot(`
      [
        "error: deaths.csv, line 2: sex is "all": a total among its parts would be counted twice [total-among-parts] Fix: Leave such rows out by declaring them in the schema: { totals: ["all"] }.",
        "error: deaths.csv, line 5: sex is "all": a total among its parts would be counted twice [total-among-parts] Fix: Leave such rows out by declaring them in the schema: { totals: ["all"] }.",
      ]
    `);
  });

  it("are left out and counted where it does", () => {
    const words = { female: "female", male: "male" } as const;
    const declared = schema({
      area: area("zone"),
      sex: sex("sex", words, { totals: ["all"] }),
      deaths: count("deaths"),
    });
    const table = readText(`zone,sex,deaths\n${rows}`, declared);
    expect([...table].map(({ deaths }) => deaths)).toEqual([2, 1, 1]);
    expect(said(table)).toMatchInlineSnapshot(`
      [
        "note: deaths.csv: 2 rows left out because sex is "all": a total of the other rows [total-left-out] Fix: Nothing to do: totals are counted from the parts.",
      ]
    `);
  });

  it("are found in areas and causes too, by the words that publishers use", () => {
    const byCause = schema({ area: area("zone"), cause: category("cause"), deaths: count("deaths") });
    const totals = [
      "01,All causes,3",
      "01,Total deaths,3",
      "Scotland,cancer,9",
      "01,all other causes,1",
      "01,cancer,2",
    ];
    const table = readText(`zone,cause,deaths\n${totals.join("\n")}\n`, byCause);
    expect([...table].map(({ cause }) => cause)).toEqual(["all other causes", "cancer"]);
    expect(table.issues.map(({ code, line }) => [code, line])).toEqual([
      ["total-among-parts", 2],
      ["total-among-parts", 3],
      ["total-among-parts", 4],
    ]);
  });

  it("may be the code of a larger area", () => {
    const councils = schema({ area: area("zone", { totals: ["S92000003"] }), deaths: count("deaths") });
    const table = readText("zone,deaths\nS92000003,3\nS12000005,1\nS12000006,2\n", councils);
    expect([...table].map((row) => row.area)).toEqual(["S12000005", "S12000006"]);
    expect(said(table)).toEqual([
      'note: deaths.csv: 1 row left out because zone is "S92000003": a total of the other rows [total-left-out] Fix: Nothing to do: totals are counted from the parts.',
    ]);
  });
});

describe("figures that are missing", () => {
  const marked = schema({ area: area("zone"), deaths: count("deaths", { suppressed: "*", qualifier: "deathsQF" }) });

  it("keep the publisher's reason: its mark, or its qualifier of a blank", () => {
    const table = readText("zone,deaths,deathsQF\n01,*,\n02,,c\n03,,:\n04,,z\n05,4,\n", marked);
    expect([...table].map(({ area: of, deaths, missing }) => [of, deaths, missing])).toEqual([
      ["01", null, "suppressed"],
      ["02", null, "suppressed"],
      ["03", null, "not available"],
      ["04", null, "not applicable"],
      ["05", 4, null],
    ]);
  });

  it("are refused where nothing says why", () => {
    const table = readText("zone,deaths,deathsQF\n01,,\n02,,k\n03,1,\n", marked);
    expect(table.length).toBe(1);
    expect(said(table)).toMatchInlineSnapshot(`
      [
        "error: deaths.csv, line 2: deaths is blank [blank-figure] Fix: Fill the cell, or say in the schema what a blank means: { marks: { "": "not available" } }.",
        "error: deaths.csv, line 3: deaths is blank, qualified "k" [blank-figure] Fix: Fill the cell, or say in the schema what a blank means: { marks: { "": "not available" } }.",
      ]
    `);
  });

  it("may have a mark that looks like a number", () => {
    const by = schema({
      area: area("zone"),
      deaths: count("deaths", { marks: { "999": "unknown", "-1": "suppressed" } }),
    });
    const table = readText("zone,deaths\n01,999\n02,-1\n03,998\n", by);
    expect([...table].map(({ deaths, missing }) => deaths ?? missing)).toEqual(["unknown", "suppressed", 998]);
  });
});

describe("thousands separators that are declared", () => {
  const by = schema({ area: area("zone"), deaths: count("deaths", { thousands: "," }) });

  it("are taken out of groups of three, and nothing else is taken for a number", () => {
    const table = readText('zone,deaths\n01,"1,234,567"\n02,12\n03,"12,34"\n04,"1,23"\n', by);
    expect([...table].map(({ deaths }) => deaths)).toEqual([1_234_567, 12]);
    expect(table.issues.map(({ code, line }) => [code, line])).toEqual([
      ["not-a-number", 4],
      ["not-a-number", 5],
    ]);
  });
});

describe("ages that stand across", () => {
  const wide = schema({ area: area("zone"), sex: sex("sex"), age: agesAcross(), people: countAcross() });

  it("give a row for each age, by their headers and not by their position", () => {
    const table = readText("zone,Age2plus,sex,Age0,Age1\n01,3,female,1,2\n", wide);
    expect([...table].map(({ age: of, people }) => [of.label, people])).toEqual([
      ["2+", 3],
      ["0", 1],
      ["1", 2],
    ]);
  });

  it("leave a column of totals unread", () => {
    const table = readText("zone,sex,AllAges,0,1+\n01,female,6,1,5\n", wide);
    expect([...table].map(({ people }) => people)).toEqual([1, 5]);
    expect(table.issues.map(({ code }) => code)).toEqual(["column-not-read"]);
  });

  it("are used with a warning where they stop short of everybody", () => {
    const table = readText("zone,sex,0-15,16-64,sixty-five plus\n01,female,1,2,3\n", wide);
    expect([...table].map(({ people }) => people)).toEqual([1, 2]);
    expect(said(table)).toMatchInlineSnapshot(`
      [
        "warning: deaths.csv, line 1: the columns of ages go from 0 to 64: not everybody is counted [ages-incomplete] Fix: If the file has more ages, write their headers as 0, 5-9, 90+ or Age0, Age90plus.",
        "note: deaths.csv, line 1: the schema does not name the column "sixty-five plus"; not read [column-not-read] Fix: Add it to the schema if needed.",
      ]
    `);
  });

  it("leave the whole row out when one of its ages cannot be read", () => {
    const table = readText("zone,sex,0,1-4,5+\n01,female,1,2,3\n01,male,1,-2,3\n", wide);
    expect(table.length).toBe(3);
    expect(said(table)).toMatchInlineSnapshot(`
      [
        "error: deaths.csv, line 3: 1-4 is -2; a count is 0 or more [negative-count] Fix: Correct the cell; if the publisher writes a missing figure as a negative number, declare it as a mark.",
      ]
    `);
  });

  it.each([
    ["no age", "zone,sex,children\n01,female,1\n"],
    ["one age twice", "zone,sex,0,Age0\n01,female,1,2\n"],
    ["a gap in the ages", "zone,sex,0,1 to 4,five to nine,10+\n01,female,1,2,3,1\n"],
    ["ages that overlap", "zone,sex,0-15,16-64,65+,75+\n01,female,1,2,3,1\n"],
  ])("are refused with %s", async (_, text) => {
    expect((await faultOf(() => readText(text, wide))).message).toMatchSnapshot();
  });
});

describe("the ends of lines", () => {
  const text = `${header}${goodRow}02,2021,female,0,-1\n`;

  it.each([
    ["LF", "\n"],
    ["CR LF", "\r\n"],
    ["CR alone", "\r"],
    ["CR CR LF", "\r\r\n"],
  ])("may be %s, and lines are counted right", (_, end) => {
    const table = readText(text.replaceAll("\n", end), deathsSchema);
    expect(table.length).toBe(1);
    expect(table.issues.map(({ code, line }) => [code, line])).toEqual([["negative-count", 3]]);
  });
});

describe("a file that cannot be used at all", () => {
  it.each([
    ["a header and no rows", header],
    ["a quote that is not closed", `${header}${goodRow}02,2021,"female,0,1\n03,2021,male,0,1\n`],
    ["a quote inside a cell", `${header}${goodRow}02,2021,fe"male,0,1\n`],
    ["text after a closing quote", `${header}${goodRow}02,2021,"fe"male,0,1\n`],
  ])("has %s", async (_, text) => {
    expect((await faultOf(() => readText(text, deathsSchema))).message).toMatchSnapshot();
  });
});

describe("refuseErrors", () => {
  it("passes a table whose rows could all be used, notes and all", () => {
    const table = readText("zone,year,sex,age,deaths,note\n01,2021,female,0,1,x\n", deathsSchema);
    expect(refuseErrors(table)).toBe(table);
  });

  it("refuses one with a fault, giving the first three and then a count", async () => {
    const rows = ["01", "02", "03", "04", "05"].map((zone) => `${zone},2021,female,0,-1`).join("\n");
    const fault = await faultOf(() => refuseErrors(readText(header + rows, deathsSchema)));
    expect(fault.message).toMatchInlineSnapshot(`
      "[negative-count] every row must hold what the schema says; 5 faults:
        deaths.csv, line 2: deaths is -1; a count is 0 or more [negative-count] Fix: Correct the cell; if the publisher writes a missing figure as a negative number, declare it as a mark.
        deaths.csv, line 3: deaths is -1; a count is 0 or more [negative-count] Fix: Correct the cell; if the publisher writes a missing figure as a negative number, declare it as a mark.
        deaths.csv, line 4: deaths is -1; a count is 0 or more [negative-count] Fix: Correct the cell; if the publisher writes a missing figure as a negative number, declare it as a mark.
        and 2 more"
    `);
    expect(fault.issues.length).toBe(5);
  });
});
