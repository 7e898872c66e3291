import { category, count, figure, schema } from "@popneeds/ingest";
import { describe, expect, it, test } from "vitest";
import { qualityAsText, qualityOf } from "../src/index.ts";
import { causes, deaths, fileOf, people, places, tableOf } from "./synthetic.ts";

const text = `area,period,sex,age,people
S12000047,2022,female,0-64,10
S12000047,2022,male,0-64,9
S12000047,2022,All,0-64,20
S12000047,2023,female,0-64,*
S12000047,2023,male,0-64,9
S12000015,2022,female,0-64,7
S12000020,2022,female,0-64,-1
S12000020,2022,female,0-64,many
S12000099,2022,female,0-64,7
`;

describe("qualityOf a published file", () => {
  test("everything that is known, as text that a tired analyst reads", async () => {
    expect(qualityAsText(qualityOf(await fileOf(text, people), { places, asOf: "2026-04-01" }))).toMatchInlineSnapshot(`
      "Source    File. Ourselves; edition not stated
      Rows      9 read, 7 used, 2 refused
                1 refused: negative-count
                  file.csv, line 8: people is -1; a count is 0 or more. Correct the cell; if the publisher writes a missing figure as a negative number, declare it as a mark.
                1 refused: not-a-number
                  file.csv, line 9: people is "many"; expected a number. Correct the cell; notes and units do not belong in it.
      Totals    1 total of 1 kind compared with the sum of their parts: 0 agree, 1 DO NOT ADD UP
                people: sexes to their total, by area, period and age: 0 of 1 agree, 1 DO NOT; largest: S12000047, 2022, 0-64: 2 parts sum to 19, the total is 20 (−1). They differ by no more than (n + 1) × 0.5, as whole numbers do that were rounded one by one
      Coverage  6 rows of 12 combinations (area 3 × period 2 × sex 2 × age 1)
                2 areas and periods without a row: S12000015 in 2023, S12000099 in 2023
                1 of 3 areas of the level council; absent: Moray (S12000020), Aberdeen City (S12000033)
      Areas     councils (3)
                EDITIONS MIXED: council: S12000015 stands beside S12000047, which the area has now
                1 code not known to the geography: S12000099
      Missing   people: 1 suppressed
      Time      2022-01-01 to 2023-12-31, 2 periods; 27 months old on 2026-04-01
      Breaks    none marked
      Jumps     no series of counts is long enough to look for them"
    `);
  });

  test("plain figures, ready for JSON", async () => {
    const quality = qualityOf(await fileOf(text, people), { places, asOf: "2026-04-01" });
    expect(JSON.parse(JSON.stringify(quality))).toEqual(quality);
    expect(quality.rows).toEqual({ read: 9, used: 7, refused: 2 });
    expect(quality.refusals.map(({ code, times }) => [code, times])).toEqual([
      ["negative-count", 1],
      ["not-a-number", 1],
    ]);
    expect(quality.time).toEqual({
      from: "2022-01-01",
      to: "2023-12-31",
      periods: 2,
      asOf: "2026-04-01",
      monthsOld: 27,
    });
    expect(quality.missing).toEqual([
      { table: "by area, period, sex and age", measure: "people", figures: 1, reasons: { suppressed: 1 } },
    ]);
    expect(quality.coverage[0]).toMatchObject({
      rows: 6,
      keys: { area: 3, period: 2, sex: 2, age: 1 },
      combinations: 12,
      gaps: { times: 2, first: ["S12000015 in 2023", "S12000099 in 2023"] },
      levels: [{ level: "council", present: 1, all: 3, absent: ["Moray (S12000020)", "Aberdeen City (S12000033)"] }],
    });
    expect(quality.codes).toMatchObject([
      {
        kinds: [{ kind: "councils", codes: 3 }],
        mixed: ["council: S12000015 stands beside S12000047, which the area has now"],
        former: [],
        unknown: { times: 1, first: ["S12000099"] },
      },
    ]);
  });

  it("takes an area for present under a code that it no longer has", () => {
    const table = tableOf("area,period,deaths\nS12000015,2022,3\nS12000020,2022,3\n", deaths);
    const { coverage, codes } = qualityOf(table, { places });
    expect(coverage[0]!.levels).toMatchObject([
      { level: "council", present: 2, absent: ["Aberdeen City (S12000033)"] },
    ]);
    expect(codes[0]).toMatchObject({ mixed: [], former: ["council: S12000015 is now S12000047"] });
  });

  it("asks no clock: without a day there is no age", async () => {
    expect(qualityOf(await fileOf(text, people)).time).toMatchObject({ asOf: null, monthsOld: null });
  });

  it("names figures rounded to 5, and is quiet about the unit", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `c${i},${5 * (i + 1)}`);
    const quality = qualityOf(await fileOf(`cause,deaths\n${rows.join("\n")}\n`, causes));
    expect(quality.rounding).toEqual([{ table: "by cause", measure: "deaths", step: 5 }]);
    expect(qualityAsText(quality)).toContain("Rounding  every figure of deaths is a multiple of 5");
  });
});

describe("qualityOf a table", () => {
  test("rows read are not known; those refused are", () => {
    const table = tableOf("area,period,deaths\nS12000047,2022,3\nS12000020,2022,-3\n", deaths);
    expect(qualityOf(table).rows).toEqual({ read: null, used: 1, refused: 1 });
    expect(qualityAsText(qualityOf(table))).toMatchInlineSnapshot(`
      "Source    File. Ourselves; edition not stated
      Rows      1 in the table, 1 refused
                1 refused: negative-count
                  file.csv, line 3: deaths is -3; a count is 0 or more. Correct the cell; if the publisher writes a missing figure as a negative number, declare it as a mark.
      Totals    no total stands beside its parts
      Coverage  1 row of 1 combination (area 1 × period 1)
      Areas     councils (1)
      Time      2022-01-01 to 2022-12-31, 1 period
      Breaks    none marked
      Jumps     no series of counts is long enough to look for them"
    `);
  });

  test("zones of two editions in one table are seen without a geography", () => {
    const table = tableOf("area,period,deaths\nS01000001,2022,3\nS01006506,2022,3\nS01006507,2022,3\n", deaths);
    expect(qualityOf(table).codes[0]).toMatchObject({
      kinds: [
        { kind: "data zones of 2011", codes: 2 },
        { kind: "data zones of 2001", codes: 1 },
      ],
      mixed: ["2 data zones of 2011 beside 1 data zones of 2001"],
      unknown: { times: 0, first: [] },
    });
  });

  test("no periods, no areas, no counts: nothing is found, and nothing fails", () => {
    const rates = schema({ cause: category("cause"), rate: figure("rate", "rate", { suppressed: "*" }) });
    const table = tableOf("cause,rate\nInjury,*\n", rates);
    expect(qualityOf(table, { places })).toMatchObject({
      totals: [],
      rounding: [],
      codes: [],
      time: null,
      breaks: [],
      missing: [{ figures: 1, reasons: { suppressed: 1 } }],
      jumps: { series: 0, figures: 0, beyond: 0, furthest: [] },
    });
    expect(qualityAsText(qualityOf(table))).toContain("Time      no periods");
  });

  test("a table of no rows", () => {
    const of = schema({ cause: category("cause"), n: count("n") });
    const table = tableOf("cause,n\nInjury,-3\n", of);
    expect(qualityOf(table, { places, asOf: "2026-04-01" })).toMatchObject({
      rows: { used: 0, refused: 1 },
      totals: [],
    });
  });

  it.each(["2026-4-1", "2026-02-30", "today"])("refuses %s as a day", (asOf) => {
    const table = tableOf("area,period,deaths\nS12000047,2022,3\n", deaths);
    expect(() => qualityOf(table, { asOf })).toThrow(
      `[invalid-date] qualityOf: asOf must be a day, as yyyy-mm-dd; found "${asOf}"`,
    );
  });

  it.each([
    ["2022-12-31", 0],
    ["2023-01-30", 0],
    ["2023-01-31", 1],
    ["2023-02-28", 2],
    ["2023-12-31", 12],
    ["2022-06-30", -6],
  ])("counts whole months from the last day of the data: on %s %d", (asOf, months) => {
    const table = tableOf("area,period,deaths\nS12000047,2022,3\n", deaths);
    expect(qualityOf(table, { asOf }).time?.monthsOld).toBe(months);
  });

  it("says what the publisher marks as a break, and that perturbed counts do not add up", async () => {
    const file = await fileOf("cause,deaths\nInjury,2\nCancer,3\nAll,6\n", causes);
    const marked = {
      ...file,
      issues: [
        {
          code: "qualified-figures",
          severity: "note",
          message: "3 figures of Deaths: break in the series (b)",
          fix: "",
        },
        { code: "perturbed", severity: "note", message: "the counts were perturbed", fix: "" },
      ],
    } as const;
    const quality = qualityOf(marked);
    expect(quality.breaks).toEqual(["3 figures of Deaths: break in the series (b)"]);
    expect(quality.totals[0]).toMatchObject({
      apart: 1,
      because: "the publisher has perturbed the counts: parts are not meant to sum to their totals exactly",
    });
  });
});
