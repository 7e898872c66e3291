import { age, area, count, period, schema, sex } from "@popneeds/ingest";
import { describe, expect, it, test } from "vitest";
import { totalsAcross } from "../../src/totals/totals-across.ts";
import { plural, totalsOfSlices } from "../../src/totals/totals-of-slices.ts";
import { totalsWithin } from "../../src/totals/totals-within.ts";
import { causes, deaths, fileOf, people, places, tableOf } from "../synthetic.ts";

/** Synthetic: two councils and their country, sexes and ages with totals. */
const rows = (fifeMen: number | string) => `area,period,sex,age,people
S12000047,2023,female,0-64,10
S12000047,2023,female,65+,4
S12000047,2023,male,0-64,${fifeMen}
S12000047,2023,male,65+,3
S12000047,2023,All,0-64,19
S12000047,2023,All,65+,7
S12000020,2023,female,0-64,1
S12000020,2023,female,65+,2
S12000020,2023,male,0-64,3
S12000020,2023,male,65+,4
S12000020,2023,All,0-64,4
S12000020,2023,All,65+,6
S92000003,2023,female,0-64,11
S92000003,2023,female,65+,6
S92000003,2023,male,0-64,12
S92000003,2023,male,65+,7
S92000003,2023,All,0-64,23
S92000003,2023,All,65+,13
S92000003,2023,All,All,36
`;

describe("totals of a file in tables of their own", () => {
  const told = async (text: string) =>
    totalsOfSlices((await fileOf(text, people)).tables).map(
      ({ what, compared, agree, apart, notCompared }) =>
        `${what}: ${agree} of ${compared}, ${apart} apart, ${notCompared} not`,
    );

  test("areas to the country, sexes, ages: each set against its parts", async () => {
    expect(await told(rows(9))).toMatchInlineSnapshot(`
      [
        "people: sexes to their total, by area, period and age: 4 of 4, 0 apart, 0 not",
        "people: areas to their total, by period, sex and age: 4 of 4, 0 apart, 0 not",
        "people: areas to their total, by period and age, where sex is a total: 2 of 2, 0 apart, 0 not",
        "people: sexes to their total, by area, period and age, where area is a total: 2 of 2, 0 apart, 0 not",
        "people: ages to their total, by area and period, where area and sex are totals: 1 of 1, 0 apart, 0 not",
      ]
    `);
  });

  test("one changed figure is seen in every total that it is a part of", async () => {
    const checks = totalsOfSlices((await fileOf(rows(8), people)).tables);
    expect(checks.filter(({ apart }) => apart > 0).map(({ what, largest }) => [what, largest])).toMatchInlineSnapshot(`
      [
        [
          "people: sexes to their total, by area, period and age",
          {
            "difference": -1,
            "of": 2,
            "parts": 18,
            "total": 19,
            "where": "S12000047, 2023, 0-64",
          },
        ],
        [
          "people: areas to their total, by period, sex and age",
          {
            "difference": -1,
            "of": 2,
            "parts": 11,
            "total": 12,
            "where": "2023, male, 0-64",
          },
        ],
      ]
    `);
  });

  test("a suppressed part leaves its totals out of the comparison", async () => {
    const checks = totalsOfSlices((await fileOf(rows("*"), people)).tables);
    expect(checks.reduce((sum, { notCompared }) => sum + notCompared, 0)).toBe(2);
    expect(checks.reduce((sum, { apart }) => sum + apart, 0)).toBe(0);
  });

  test("categories to their total; ages that overlap are the parts of nothing", async () => {
    const file = await fileOf("cause,deaths\nInjury,2\nCancer,3\nAll,5\n", causes);
    expect(totalsOfSlices(file.tables)).toMatchObject([
      { what: "deaths: causes to their total", compared: 1, agree: 1 },
    ]);
    const of = schema({ age: age("age", { totals: ["All"] }), n: count("n") });
    expect(totalsOfSlices((await fileOf("age,n\n0-64,5\n18+,9\nAll,9\n", of)).tables)).toEqual([]);
  });

  test("categories that overlap are said to be able to; one value alone, and sub-totals, are no breakdown", async () => {
    const file = await fileOf("cause,deaths\nHeroin,8\nCocaine,7\nAll,10\n", causes);
    expect(totalsOfSlices(file.tables)[0]).toMatchObject({
      apart: 1,
      because:
        "what stands under cause may overlap, as where one death has several causes: then they are not meant to add up",
    });
    const one = await fileOf("cause,deaths\nHeroin,8\nAll,10\n", causes);
    expect(totalsOfSlices(one.tables)).toEqual([]);
    const [parts, whole] = file.tables;
    const sub = { ...parts!, part: "Ethnic group, sub-totals" };
    expect(totalsOfSlices([sub, { ...whole!, part: sub.part }])).toEqual([]);
  });

  test("between parts of a file only all ages are compared with the ages of the same table", async () => {
    const of = schema({ age: age("age"), n: count("n") });
    const total = schema({ n: count("n") });
    const table = (part: string, text: string, by: typeof of | typeof total) => ({
      name: part,
      part,
      totalOf: [],
      table: tableOf(text, by as typeof of),
    });
    const ages = table("Table 2, by age", "age,n\n0-64,3\n65+,4\n", of);
    const compared = (whole: string) => totalsOfSlices([ages, table(whole, "n\n7\n", total)]).map(({ what }) => what);
    expect(compared("Table 2, all ages")).toEqual(["Table 2, by age: n: ages to their total"]);
    expect(compared("Table 3, all ages")).toEqual([]);
    expect(compared("Table 2, sex unknown")).toEqual([]);
  });

  it("has words for keys in the plural", () => {
    expect(["area", "sex", "age", "category", "day", "cancerType", "data-zone"].map(plural)).toEqual([
      "areas",
      "sexes",
      "ages",
      "categories",
      "days",
      "cancer types",
      "data zones",
    ]);
  });
});

describe("totals within one table", () => {
  it("sets both sexes against each, a band of ages against what makes it up", () => {
    const both = schema({ sex: sex("sex", { f: "female", m: "male", b: "all" }), n: count("n") });
    expect(totalsWithin(tableOf("sex,n\nf,2\nm,3\nb,5\n", both))).toMatchObject([
      { what: "n: sexes to both", compared: 1, agree: 1 },
    ]);
    const bands = schema({ area: area("area"), age: age("age"), n: count("n") });
    expect(totalsWithin(tableOf("area,age,n\nx,18+,9\nx,18-74,5\nx,75+,3\ny,18+,9\ny,75+,3\n", bands))).toMatchObject([
      {
        what: "n: parts of a band of age to the whole band, by area",
        compared: 1,
        apart: 1,
        withoutParts: 1,
        largest: { where: "x, 18+", parts: 8, total: 9, difference: -1, of: 2 },
      },
    ]);
  });

  it("sets quarters against their year where all four are there, and says what does not add up over time", () => {
    const of = schema({ area: area("area"), period: period("period"), n: count("n") });
    const year = "x,2022Q1,1\nx,2022Q2,2\nx,2022Q3,3\nx,2022Q4,4\n";
    expect(totalsWithin(tableOf(`area,period,n\n${year}x,2022,10\nx,2023Q1,1\nx,2023,9\n`, of))).toMatchObject([
      { what: "n: parts of periods to the whole period, by area", compared: 1, agree: 1, because: null },
    ]);
    expect(totalsWithin(tableOf(`area,period,n\n${year}x,2022,3\n`, of))[0]).toMatchObject({
      apart: 1,
      because: "events add up over time; what stands at a moment, such as people on a list, does not",
    });
  });

  it("finds none where there are none", () => {
    expect(totalsWithin(tableOf("area,period,deaths\nx,2022,1\n", deaths))).toEqual([]);
  });
});

describe("totals across levels", () => {
  const councils = "S12000047,2023,5\nS12000020,2023,6\nS12000033,2023,7\n";

  it("sums councils to boards and the country, boards to the country, in one table", () => {
    const all = tableOf(
      `area,period,deaths\n${councils}S08000029,2023,5\nS08000020,2023,13\nS92000003,2023,19\n`,
      deaths,
    );
    expect(totalsAcross(all, all, places)).toMatchObject([
      { what: "deaths: councils to boards, by period", compared: 2, agree: 2 },
      {
        what: "deaths: councils to countries, by period",
        compared: 1,
        apart: 1,
        largest: { parts: 18, total: 19, of: 3 },
      },
      { what: "deaths: boards to countries, by period", compared: 1, apart: 1, largest: { difference: -1 } },
    ]);
  });

  it("compares two files, and only areas all of whose parts have a row", () => {
    const parts = tableOf("area,period,deaths\nS12000047,2023,5\nS12000020,2023,6\n", deaths);
    const boards = tableOf("area,period,deaths\nS08000029,2023,5\nS08000020,2023,13\n", deaths);
    expect(totalsAcross(parts, boards, places)).toMatchObject([{ compared: 1, agree: 1, withoutParts: 1 }]);
  });

  it("compares nothing where keys differ, areas are unknown, or there is no area", () => {
    const parts = tableOf(`area,period,deaths\n${councils}`, deaths);
    const noTime = schema({ area: area("area"), deaths: count("deaths") });
    expect(totalsAcross(parts, tableOf("area,deaths\nS92000003,18\n", noTime), places)).toEqual([]);
    expect(totalsAcross(parts, tableOf("area,period,deaths\nelsewhere,2023,18\n", deaths), places)).toEqual([]);
    expect(totalsAcross(parts, tableOf("cause,deaths\nInjury,3\n", causes), places)).toEqual([]);
  });
});
