import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import { describe, expect, it, test } from "vitest";
import { draftAsCode, draftAsJson, draftAsText, draftSchema } from "../../src/draft/index.ts";
import { parseTable, sourceOf } from "../../src/read-csv.ts";
import { codesOf, doubtOf, draftOf, readBy, rowsOf, schemaOfCode } from "./draft-of.ts";

/** Synthetic: what an analyst's own extract may look like. */
const deaths = `Year,CA,CAName,Sex,AgeGroup,Cause,Deaths,Rate per 1000
2011,S12000006,Dumfries,F,0-15,Injury,12,1.5
2011,S12000006,Dumfries,M,0-15,Injury,*,1.6
2011,S12000005,Clacks,F,16-64,Cancer,"1,200",2.5
2011,S12000005,Clacks,All,16-64,Cancer,1240,2.7
2011,S92000003,Scotland,F,65+,Injury,c,
2012,S12000006,Dumfries,M,65+,Injury,77,3.0
`;

describe("draftSchema", () => {
  test("says of each column what it seems to be, how sure that is, and explains each doubt", async () => {
    expect(draftAsText(await draftOf(deaths))).toMatchInlineSnapshot(`
      "file.csv: 6 rows, 8 columns; UTF-8, commas between cells

      What the columns seem to be:
        Year           period              likely  calendar years, 2011 to 2012
        CA             area code           sure    codes of councils; 3 different ones
        CAName         category, not read  likely  3 different texts: "Dumfries", "Clacks", "Scotland"
        Sex            sex                 sure    words for the sexes: F, M, All
        AgeGroup       age                 sure    bands of ages such as 0-15
        Cause          category            likely  2 different texts: "Injury", "Cancer"
        Deaths         count               likely  whole numbers from 12 to 1,240
        Rate per 1000  figure              likely  rates from 1.5 to 3

      To decide (4):
        - Year: 6 values from 2011 to 2012 look like calendar years
          If they are financial years, write them so in the file: 2011/12 for 2011.
        - Deaths: "*" in 1 cell: probably suppressed (first on line 3)
          Say what the publisher means by it: suppressed, not applicable, not available or unknown.
        - Deaths: "c" in 1 cell: probably suppressed (first on line 6)
          Say what the publisher means by it: suppressed, not applicable, not available or unknown.
        - Rate per 1000: 1 blank cell: taken for not available; it may stand for 0 (first on line 6)
          Say what the publisher means by a blank: suppressed, not applicable, not available or unknown.

      Worth knowing:
        - 4 rows of 6 are parts, the others totals over CA, Sex: readCsv() leaves the totals out, popneeds check --schema-file holds them apart
        - rows are told apart by Year, CA and Sex alone; AgeGroup and Cause follow from them or are the same in every row
        - S92000003 is the country among its parts: 1 row, declared as a total, so that nobody is counted twice
        - CAName follows from CA: each CA has one; not read
        - Sex: a total among its parts: "All" in 1 row, declared as a total, so that nobody is counted twice
        - Deaths: figures such as "1,200" have thousands separators: declared"
    `);
  });

  test("is code that a person copies into a script", async () => {
    expect(draftAsCode(await draftOf(deaths))).toMatchInlineSnapshot(`
      "import { age, area, category, count, figure, period, readCsv, schema, sex } from "popneeds";

      // A draft of a schema for file.csv, made from what is in its 6 rows.
      // Nobody has confirmed it: read every line, look into every DOUBT, and take the comments away as you go.
      export const file = schema({
        // Year: period; calendar years, 2011 to 2012 (likely)
        // DOUBT: Year: 6 values from 2011 to 2012 look like calendar years. If they are financial years, write them so in the file: 2011/12 for 2011.
        period: period("Year"),
        // CA: area code; codes of councils; 3 different ones (sure)
        // S92000003 is the country among its parts: 1 row, declared as a total, so that nobody is counted twice
        area: area("CA", { totals: ["S92000003"] }),
        // Sex: sex; words for the sexes: F, M, All (sure)
        // Sex: a total among its parts: "All" in 1 row, declared as a total, so that nobody is counted twice
        sex: sex("Sex", { F: "female", M: "male" }, { totals: ["All"] }),
        // AgeGroup: age; bands of ages such as 0-15 (sure)
        age: age("AgeGroup"),
        // Cause: category; 2 different texts: "Injury", "Cancer" (likely)
        cause: category("Cause"),
        // Deaths: count; whole numbers from 12 to 1,240 (likely)
        // DOUBT: Deaths: "*" in 1 cell: probably suppressed. Say what the publisher means by it: suppressed, not applicable, not available or unknown.
        // DOUBT: Deaths: "c" in 1 cell: probably suppressed. Say what the publisher means by it: suppressed, not applicable, not available or unknown.
        // Deaths: figures such as "1,200" have thousands separators: declared
        deaths: count("Deaths", { marks: { "*": "suppressed", c: "suppressed" }, thousands: "," }),
        // Rate per 1000: figure; rates from 1.5 to 3 (likely)
        // DOUBT: Rate per 1000: 1 blank cell: taken for not available; it may stand for 0. Say what the publisher means by a blank: suppressed, not applicable, not available or unknown.
        ratePer1000: figure("rate", "Rate per 1000", { marks: { "": "not available" } }),
      });

      // 4 rows of 6 are parts, the others totals over CA, Sex: readCsv() leaves the totals out, popneeds check --schema-file holds them apart
      // rows are told apart by Year, CA and Sex alone; AgeGroup and Cause follow from them or are the same in every row
      // Not read: CAName: 3 different texts: "Dumfries", "Clacks", "Scotland".
      // CAName follows from CA: each CA has one; not read

      export const table = await readCsv("file.csv", file, {
        title: "",
        publisher: "",
        edition: "",
        licence: "",
      });
      "
    `);
  });

  test("is a declaration that nobody has confirmed", async () => {
    expect(draftAsJson(await draftOf(deaths))).toMatchInlineSnapshot(`
      "{
        "format": "popneeds-schema/1",
        "confirmed": false,
        "encoding": "utf-8",
        "delimiter": ",",
        "fields": {
          "period": {
            "field": "period",
            "header": "Year"
          },
          "area": {
            "field": "area",
            "header": "CA",
            "totals": [
              "S92000003"
            ]
          },
          "sex": {
            "field": "sex",
            "header": "Sex",
            "words": {
              "F": "female",
              "M": "male"
            },
            "totals": [
              "All"
            ]
          },
          "age": {
            "field": "age",
            "header": "AgeGroup"
          },
          "cause": {
            "field": "category",
            "header": "Cause"
          },
          "deaths": {
            "field": "count",
            "header": "Deaths",
            "marks": {
              "*": "suppressed",
              "c": "suppressed"
            },
            "thousands": ","
          },
          "ratePer1000": {
            "field": "figure",
            "kind": "rate",
            "header": "Rate per 1000",
            "marks": {
              "": "not available"
            }
          }
        },
        "doubts": [
          "file.csv: Year: 6 values from 2011 to 2012 look like calendar years [which-years] Fix: If they are financial years, write them so in the file: 2011/12 for 2011.",
          "file.csv, line 3: Deaths: \\"*\\" in 1 cell: probably suppressed [mark-to-explain] Fix: Say what the publisher means by it: suppressed, not applicable, not available or unknown.",
          "file.csv, line 6: Deaths: \\"c\\" in 1 cell: probably suppressed [mark-to-explain] Fix: Say what the publisher means by it: suppressed, not applicable, not available or unknown.",
          "file.csv, line 6: Rate per 1000: 1 blank cell: taken for not available; it may stand for 0 [blank-figures] Fix: Say what the publisher means by a blank: suppressed, not applicable, not available or unknown."
        ]
      }
      "
    `);
  });

  test("reads the file, by its code and by its declaration alike", async () => {
    const draft = await draftOf(deaths);
    const byCode = parseTable(deaths, schemaOfCode(draft), sourceOf("file.csv", "", {}));
    expect([...byCode]).toEqual([...readBy(draft, deaths)]);
    expect(rowsOf(byCode).map((row) => [row["deaths"], row["missing"]])).toEqual([
      [12, null],
      [null, "suppressed"],
      [1200, null],
      [77, null],
    ]);
    expect(byCode.issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("opens a file, gzip or not, and names it as it is called", async () => {
    const folder = mkdtempSync(join(tmpdir(), "popneeds-draft-"));
    try {
      writeFileSync(join(folder, "a.csv.gz"), gzipSync(deaths));
      const draft = await draftSchema(join(folder, "a.csv.gz"), { name: "a.csv.gz" });
      expect([draft.file, draft.rows, draft.schema?.confirmed]).toEqual(["a.csv.gz", 6, false]);
      await expect(draftSchema(join(folder, "none.csv"), { name: "none.csv" })).rejects.toThrow(
        "[no-such-file] none.csv: there is no such file",
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("refuses a workbook, and a file with a header only", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["a"], [1]]), "Sheet1");
    await expect(draftOf(write(book, { type: "buffer" }), "a.xlsx")).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [not-text] a.xlsx: a schema is drafted for text; this is a workbook
        Fix: Save the sheet that you need as CSV UTF-8.]
    `);
    await expect(draftOf("Area,Deaths\n")).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [no-rows] file.csv: the file has no rows below a header
        Fix: Download or export it again.]
    `);
  });

  test("one row is enough", async () => {
    const draft = await draftOf("Area,Deaths\nS12000006,4\n");
    expect([...readBy(draft, "Area,Deaths\nS12000006,4\n")]).toEqual([{ area: "S12000006", deaths: 4, missing: null }]);
  });
});

describe("how a file is written", () => {
  it.each([
    [";", "a;b\nS12000006;1,5\nS12000005;2,25\n", 1.5],
    ["\t", "a\tb\nS12000006\t1.5\nS12000005\t2.25\n", 1.5],
    ["|", "a|b\nS12000006|1.5\nS12000005|2.25\n", 1.5],
  ])("finds the delimiter %j, and reads with it", async (delimiter, text, first) => {
    const draft = await draftOf(text);
    expect(draft.delimiter).toBe(delimiter);
    expect([...readBy(draft, text)][0]).toMatchObject({ area: "S12000006", b: first });
  });

  it("doubts decimal commas aloud, and does not take 1,200 for one", async () => {
    expect(doubtOf(await draftOf("a;b\nS12000006;1,5\nS12000005;2,25\n"), "decimal-commas")).toMatchInlineSnapshot(
      `"b: figures such as "1,5" are taken to have a decimal comma / Check that the comma does not separate thousands."`,
    );
    expect(codesOf(await draftOf("a;b\nS12000006;1,500\nS12000005;2,250\n"))).toContain("thousands-separators: b");
  });

  it("says where text is not UTF-8", async () => {
    const draft = await draftOf(Buffer.from("Area,Deaths\nD\u00f9n \u00c8ideann,4\n", "latin1"));
    expect(draft.encoding).toBe("windows-1252");
    expect(doubtOf(draft, "not-utf-8")).toMatchInlineSnapshot(
      `"the file is not UTF-8 text; taken as Windows-1252, as older Excel writes it, it reads "Dùn" / Check that names with accents read right; better save the file as CSV UTF-8."`,
    );
  });

  it("cannot be read with lines above the header, periods across, two columns of one name, or no header", async () => {
    const above = await draftOf("Deaths by council\n\nArea,Sex,Deaths\nS12000006,F,4\nS12000006,M,5\n");
    expect(doubtOf(above, "lines-above-header")).toMatchInlineSnapshot(
      `"the header seems to stand on line 3: 1 line above it is no part of the table / Take lines 1 to 2 out of the file, so that the header is its first line."`,
    );
    const across = await draftOf("Area,2019,2020,2021\nS12000006,1,2,3\n");
    expect(doubtOf(across, "periods-across")).toMatchInlineSnapshot(
      `"3 columns "2019", "2020", "2021" seem to be periods that stand across / Put them one below another, with a column for the period and one for the figure: pivot_longer() in R, Unpivot in Excel's Power Query."`,
    );
    const twice = await draftOf("Area,Deaths,Deaths\nS12000006,1,2\n");
    expect(doubtOf(twice, "duplicate-column")).toMatchInlineSnapshot(
      `"several columns are headed "Deaths" / Give each column its own header in the file."`,
    );
    const none = await draftOf("1,2,3\n4,5,6\n");
    expect(doubtOf(none, "no-header-line")).toMatchInlineSnapshot(
      `"the first line seems to hold figures and no headers / Put a line of headers above the rows."`,
    );
    for (const draft of [above, across, twice, none]) {
      expect(draft.schema).toBeNull();
      expect(draftAsCode(draft)).toMatch(/^(\/\/.*\n)+$/);
      expect(draftAsText(draft)).toContain("No schema can read the file as it stands.");
    }
  });

  it("names rows with too many or too few cells once", async () => {
    const draft = await draftOf("Area,Deaths\nS12000006,1\nS12000005,2,3\nSource: ours\nS12000008,4\n");
    expect(doubtOf(draft, "ragged-rows")).toMatchInlineSnapshot(
      `"2 rows have more or fewer cells than the header: lines 3, 4 / Look at them: footnotes should be taken out, and a comma inside a cell needs quotes around the cell. They are refused when the file is read."`,
    );
  });

  it("does not read a column without a header, nor an empty one", async () => {
    const draft = await draftOf("Area,Deaths,,Spare\nS12000006,1,x,\nS12000005,2,y,\n");
    expect(draft.columns.map(({ seems, field }) => [seems, field === null])).toEqual([
      ["area code", false],
      ["count", false],
      ["category", true],
      ["empty", true],
    ]);
    expect(codesOf(draft)).toContain("no-header");
  });
});

describe("areas", () => {
  it("holds the country apart, and says which editions and levels are mixed", async () => {
    const draft = await draftOf("dz,n\nS01000001,1\nS01006506,2\nS01013482,3\nS92000003,6\n");
    expect(draft.schema?.fields["area"]).toEqual({ field: "area", header: "dz", totals: ["S92000003"] });
    expect(doubtOf(draft, "editions-mixed")).toMatchInlineSnapshot(
      `"dz mixes codes of several editions: data zones of 2001 (1), data zones of 2011 (1), data zones of 2022 (1) / Convert one edition into the other, or keep the rows of one."`,
    );
    const levels = await draftOf("code,n\nS12000006,1\nS08000017,2\nS37000006,3\n");
    expect(doubtOf(levels, "levels-mixed")).toMatchInlineSnapshot(
      `"code mixes councils (1), health boards (1), health and social care partnerships (1): the same people are in several of them / Keep the rows of one level before anything is summed: keep(table, { area: (code) => code.startsWith(…) })."`,
    );
  });

  it("keeps leading zeros as text, and says that Excel does not", async () => {
    const draft = await draftOf("Council,n\n01,1\n02,2\n32,3\n");
    expect(draft.schema?.fields["area"]).toEqual({ field: "area", header: "Council" });
    expect(doubtOf(draft, "leading-zeros")).toMatchInlineSnapshot(
      `"Council: codes such as 01 have leading zeros: kept as text. Excel takes them away when the file is saved / Compare with a file that was never opened in Excel if codes seem to be missing."`,
    );
  });

  it("reads names where there is nothing else, with a warning; beside a code it leaves them out", async () => {
    expect(
      doubtOf(await draftOf("Council area,n\nDumfries & Galloway,1\nFife,2\n"), "names-are-no-keys"),
    ).toMatchInlineSnapshot(
      `"Council area seems to hold names of areas: an area is written in several ways, and different areas share a name / Put the code of each area beside its name, and read the code."`,
    );
    const both = await draftOf("Council,Code,n\nFife,S12000047,1\nMoray,S12000020,2\n");
    expect(both.columns.map(({ header, field }) => [header, field === null])).toEqual([
      ["Council", true],
      ["Code", false],
      ["n", false],
    ]);
  });
});

describe("sexes, ages and periods", () => {
  it("asks what 1 and 2 mean", async () => {
    const draft = await draftOf("Sex,n\n1,4\n2,5\n");
    expect(draft.schema?.fields["sex"]).toEqual({ field: "sex", header: "Sex", words: { 1: "male", 2: "female" } });
    expect(doubtOf(draft, "coded-sex")).toMatchInlineSnapshot(
      `"Sex is coded 1 and 2: taken as 1 for males and 2 for females, as national statistics mostly do / Look it up in the publisher's notes; other codes exist."`,
    );
  });

  it("names a word for a sex that it does not know, and a file of one sex", async () => {
    expect(
      doubtOf(
        await draftOf(`Sex,Area,n\n${["F", "M", "F", "M", "F", "X"].map((sex, i) => `${sex},${i},1`).join("\n")}\n`),
        "other-sexes",
      ),
    ).toMatchInlineSnapshot(
      `"Sex: 1 row with "X", which is none of the words known: refused when the file is read / Say what it stands for: a word for a sex in { … }, a total in totals; or read the column as category("…")."`,
    );
    expect(codesOf(await draftOf("Sex,n\nFemale,4\n"))).toContain("one-sex: Sex");
  });

  it("sees bands that overlap, and bands that Excel has turned into dates", async () => {
    const overlap = await draftOf("Age,n\n18 plus,9\n18-74,5\n75+,4\n");
    expect(doubtOf(overlap, "overlapping-ages")).toMatchInlineSnapshot(
      `"Age: bands hold the same ages twice: 18 plus and 18-74; 18 plus and 75+ / Never sum over all of them: keep the bands that belong together, or declare the larger one by totals."`,
    );
    const excel = await draftOf(
      "Age,n\n0-4,1\n05-Sep,2\nOct-14,3\n15-19,4\n20-24,4\n25-29,4\n30-34,4\n35-39,4\n40+,1\n",
    );
    expect(doubtOf(excel, "other-ages")).toMatchInlineSnapshot(
      `"Age: 2 rows with "05-Sep", "Oct-14", which is no age: refused when the file is read / Excel has turned bands of ages into dates: 05-Sep was 5-9, Oct-14 was 10-14. Restore them from a file that was never opened in Excel."`,
    );
  });

  it("reads ages across, marks among them declared, and leaves what stands beside them out", async () => {
    const text = "Area,All,0,1,2,90+\nS12000006,*,1,*,3,4\nS12000005,9,1,1,3,4\n";
    const draft = await draftOf(text.replace(",90+", ",3+"));
    expect(draft.schema?.fields).toEqual({
      area: { field: "area", header: "Area" },
      age: { field: "agesAcross" },
      people: { field: "countAcross", marks: { "*": "suppressed" } },
    });
    expect(codesOf(draft)).toContain("beside-ages-across: All");
    expect(rowsOf(readBy(draft, text.replace(",90+", ",3+"))).map((row) => row["people"])).toEqual([
      1,
      null,
      3,
      4,
      1,
      1,
      3,
      4,
    ]);
    expect(codesOf(await draftOf(text))).toContain("ages-broken: 90+");
  });

  it("asks whether years are calendar years, and names mixed periods", async () => {
    expect(doubtOf(await draftOf("Year,n\n1999,1\n2000,2\n"), "which-years")).toMatchInlineSnapshot(
      `"Year: 2 values from 1999 to 2000 look like calendar years / If they are financial years, write them so in the file: 1999/00 for 1999."`,
    );
    expect(doubtOf(await draftOf("Year,n\n1999,1\n2000,2\n1999/00,2\n"), "periods-mixed")).toMatchInlineSnapshot(
      `"Year mixes calendar years (1999), financial years (1999/00): they may hold the same events twice / Keep periods of one kind before anything is summed or compared."`,
    );
    expect(
      doubtOf(await draftOf("Period,n\n2018/19 financial year,1\n2002/03 financial year,2\n"), "period-as-text"),
    ).toMatchInlineSnapshot(
      `"Period holds texts such as "2018/19 financial year", which are no periods that are known: kept as text / Write the periods as 2023, 2022/23, 2019-2021, 2023Q4, 2023-07 or 2023-07-31."`,
    );
  });

  it("says whether a date shows that the day comes first, and does not read months first", async () => {
    const sure = "Date,n\n31/12/2023,1\n01/02/2024,2\n";
    expect(codesOf(await draftOf(sure))).toContain("day-first-dates: Date");
    expect(rowsOf(readBy(await draftOf(sure), sure)).map((row) => (row["period"] as { label: string }).label)).toEqual([
      "2023-12-31",
      "2024-02-01",
    ]);
    expect(doubtOf(await draftOf("Date,n\n01/02/2024,1\n03/04/2024,2\n"), "ambiguous-dates")).toMatchInlineSnapshot(
      `"Date: no date shows whether day or month comes first, as in "01/02/2024"; taken as day first / Ask whoever made the file, and write the dates as 2023-12-31."`,
    );
    const american = await draftOf("Date,Area,n\n12/31/2023,S12000006,1\n01/02/2024,S12000005,2\n");
    expect(doubtOf(american, "month-first-dates")).toMatchInlineSnapshot(
      `"Date: "12/31/2023" has the month first: not read / Write the dates as 2023-12-31; in Excel, format the cells as yyyy-mm-dd before saving."`,
    );
    expect(american.columns[0]!.field).toBeNull();
  });
});

describe("figures", () => {
  it.each([
    ["*", "suppressed"],
    ["[c]", "suppressed"],
    ["<5", "suppressed"],
    ["[z]", "not applicable"],
    ["NA", "not available"],
    ["..", "not available"],
    ["-", "not available"],
    ["", "not available"],
    [".", "unknown"],
  ])("takes the mark %j for %s, and asks", async (mark, means) => {
    const text = `Area,Sex,n\nS12000006,F,${mark}\nS12000006,M,3\nS12000005,M,4\n`;
    const draft = await draftOf(text);
    expect(draft.schema?.fields["n"]).toEqual({ field: "count", header: "n", marks: { [mark]: means } });
    expect(codesOf(draft)).toContain(mark === "" ? "blank-figures: n" : "mark-to-explain: n");
    expect([...readBy(draft, text)][0]).toMatchObject({ n: null, missing: means });
  });

  it("needs no mark where the publisher's qualifier says why a cell is blank", async () => {
    const text = "Area,Deaths,DeathsQF\nS12000006,,c\nS12000005,3,\n";
    const draft = await draftOf(text);
    expect(draft.schema?.fields["deaths"]).toEqual({ field: "count", header: "Deaths", qualifier: "DeathsQF" });
    expect(codesOf(draft)).toEqual(["keys", "suppressed-figures: DeathsQF"]);
    expect([...readBy(draft, text)][0]).toMatchObject({ deaths: null, missing: "suppressed" });
    expect(codesOf(await draftOf("Area,Deaths,DeathsQF\nS12000006,,\nS12000005,3,k\n"))).toEqual(
      expect.arrayContaining(["blank-figures: Deaths", "unknown-qualifier: DeathsQF"]),
    );
  });

  it.each([
    ["Percent", "percentage"],
    ["LowerCI", "limit"],
    ["upper_confidence_interval", "limit"],
    ["SMR", "ratio"],
    ["Life expectancy", "expectancy"],
    ["Rank", "score"],
    ["EASR", "rate"],
    ["Deaths per 1,000", "rate"],
    ["AverageLengthOfStay", "rate"],
  ])("takes %s for a figure of the kind %s, whole numbers or not", async (header, kind) => {
    const draft = await draftOf(`Area,"${header}"\nS12000006,1\nS12000005,3\n`);
    expect(Object.values(draft.schema!.fields)[1]).toEqual({ field: "figure", kind, header });
  });

  it("asks what fractions are where the header does not say, and what a lonely negative is", async () => {
    expect(
      doubtOf(await draftOf("Area,Value\nS12000006,1.5\nS12000005,3\n"), "which-kind-of-figure"),
    ).toMatchInlineSnapshot(
      `"Value: figures such as 1.5 are no whole counts, and the header does not say what they are; taken for rates, which are never summed / Say what they are: figure("rate" | "percentage" | "ratio" | "expectancy" | "limit" | "score", …), or amount("person-years" | "years", …) for what may be summed."`,
    );
    const text = "Area,Deaths\nS12000006,-9\nS12000005,3\n";
    const draft = await draftOf(text);
    expect(doubtOf(draft, "negative-mark")).toMatchInlineSnapshot(
      `"Deaths: -9 in 1 cell is the only negative number: probably the mark of a missing figure / Say what the publisher means by it."`,
    );
    expect([...readBy(draft, text)][0]).toMatchObject({ deaths: null, missing: "not available" });
    expect((await draftOf("Area,Change\nS12000006,-9\nS12000005,-3\n")).schema?.fields["change"]).toMatchObject({
      field: "figure",
    });
  });

  it("names cells that are neither figures nor marks, and counts that may be years", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `S1200${1000 + i},${i}`);
    const draft = await draftOf(`Area,n\n${rows.join("\n")}\nS12009999,about 7\nS12009998,7?\nS12009997,8?\n`);
    expect(doubtOf(draft, "not-numbers")).toMatchInlineSnapshot(
      `"n: 3 cells with "about 7", "7?", "8?" are neither a number nor a mark known here: refused when the file is read / Correct the cells, or say in marks what the publisher means by them."`,
    );
    expect(codesOf(await draftOf("Area,Opened\nS12000006,1999\nS12000005,2004\n"))).toContain(
      "looks-like-years: Opened",
    );
  });

  it("sees a column that is the sum of the others, and figures of several kinds in one column", async () => {
    const sums = await draftOf("Area,Persons,Men,Women\nS12000006,5,2,3\nS12000005,9,4,5\nS12000008,4,4,0\n");
    expect(doubtOf(sums, "total-column")).toMatchInlineSnapshot(
      `"Persons is the sum of Men, Women in every row: a total of the columns beside it / Never add the columns up with it; leave it out of the schema, or keep it to check the others."`,
    );
    const cube = await draftOf("FeatureCode,Measurement,Value\nS12000006,Count,5\nS12000006,Ratio,2.5\n");
    expect(doubtOf(cube, "measures-below-one-another")).toMatchInlineSnapshot(
      `"Value seems to hold figures of different kinds, told apart by Measurement: "Count", "Ratio" / Never sum over them. Put them side by side, a column each (pivot_wider() in R), so that each can be said to be a count, a rate or a limit."`,
    );
  });

  it("counts the rows of a list that has no figures", async () => {
    const draft = await draftOf("Code,Name\nS12000047,Fife\nS12000020,Moray\n");
    expect(draft.schema?.fields).toEqual({ area: { field: "area", header: "Code" }, rows: { field: "listed" } });
    expect(doubtOf(draft, "no-figures")).toMatchInlineSnapshot(
      `"no column seems to hold figures: taken for a list, whose rows are counted / If it is a look-up of codes or names, read it with readRecords(); else say which column holds the figures."`,
    );
  });
});

describe("what tells rows apart", () => {
  it("names the columns that are needed, those that are not, and rows that are repeated", async () => {
    const text = "Area,Type,Cause,n\nS12000006,x,Injury,1\nS12000006,x,Cancer,2\nS12000005,x,Cancer,2\n";
    expect(doubtOf(await draftOf(text), "keys")).toMatchInlineSnapshot(
      `"rows are told apart by Area and Cause alone; Type follows from them or is the same in every row / Nothing to do."`,
    );
    const again = await draftOf(`${text}S12000005,x,Cancer,2\nS12000005,x,Cancer,3\n`);
    expect(doubtOf(again, "duplicate-rows")).toMatchInlineSnapshot(
      `"2 rows have the same Area, Type and Cause as another, for instance line 5 and line 4, which are the same in every cell / Find the column that tells them apart, or take the repeated rows out: they are refused when the file is read."`,
    );
  });

  it("adds a column that it would have left out, where only that tells rows apart", async () => {
    const draft = await draftOf("Area,Note,n\nS12000006,first,1\nS12000006,second,2\n");
    expect(draft.schema?.fields["note"]).toEqual({ field: "label", header: "Note" });
    expect(doubtOf(draft, "key-added")).toMatchInlineSnapshot(
      `"rows are told apart only when Note is read as well: added as a label / Check that it belongs to the keys, and is no remark."`,
    );
  });

  it("says when every row is a total over something, and leaves out a column that is a total in every row", async () => {
    const draft = await draftOf("Sex,Age,n\nAll,0-15,3\nAll,16+,4\nF,All,5\nM,All,2\n");
    expect(doubtOf(draft, "only-totals")).toMatchInlineSnapshot(
      `"every row is a total over at least one of Sex, Age: readCsv() would leave all of them out / Read the file by a confirmed schema file, which holds each kind of total in a table of its own; or split the file first."`,
    );
    expect(codesOf(await draftOf("Area,Cause,n\nS12000006,All,3\nS12000005,All,4\n"))).toContain(
      "total-in-every-row: Cause",
    );
  });

  it("does not read what identifies people", async () => {
    const draft = await draftOf("CHI,Area,n\n0101010101,S12000006,1\n0202020202,S12000005,1\n");
    expect(draft.columns[0]).toMatchObject({ seems: "personal identifier", field: null });
    expect(doubtOf(draft, "personal-identifier")).toMatchInlineSnapshot(
      `"CHI seems to identify people: not read / Count people by area, sex and age before the file leaves where it was made; popneeds needs counts only."`,
    );
  });
});

describe("what must not be mistaken", () => {
  it("figures of an age for ages, ids and codes of ages for ages", async () => {
    const wide = await draftOf("Area,IncidencesAge20To24,IncidencesAllAges\nS12000006,4,60\nS12000005,150,700\n");
    expect(wide.columns.map(({ seems }) => seems)).toEqual(["area code", "count", "count"]);
    expect((await draftOf("age_id,n\n22,4\n27,5\n")).columns[0]!.seems).toBe("category");
    const coded = await draftOf("C_AGE,n\n101,4\n102,5\n191,5\n");
    expect(coded.columns[0]!.seems).toBe("category");
    expect(doubtOf(coded, "coded-ages")).toBe(
      "C_AGE: the numbers 101 to 191 are no ages; they seem to be codes for them / Look up what each code stands for, and write the ages in the file.",
    );
  });

  it("R's NA for a qualifier, a number in a header for none of its words, areas of other countries for other levels", async () => {
    expect(codesOf(await draftOf("Area,Sex,SexQF,n\nS12000006,F,NA,1\nS12000006,All,d,1\n"))).not.toContain(
      "unknown-qualifier: SexQF",
    );
    expect((await draftOf("Area,CrudeRate7Day\nS12000006,1.5\nS12000005,2\n")).schema?.fields["crudeRate7Day"]).toEqual(
      {
        field: "figure",
        kind: "rate",
        header: "CrudeRate7Day",
      },
    );
    expect(codesOf(await draftOf("Area,n\nS12000006,1\nE06000001,2\nW06000001,2\n"))).not.toContain(
      "levels-mixed: Area",
    );
  });
});
