import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { phsPopulation, phsPopulationReader } from "../../../src/readers/public-health-scotland/population.ts";
import { describeSturdiness } from "../sturdiness.ts";

/** Synthetic: two councils, ages 0 to 2 and 90 and over, nobody between. */
const sample = [
  [
    "Year",
    "CA",
    "CAQF",
    "Sex",
    "SexQF",
    "AllAges",
    ...Array.from({ length: 90 }, (_, age) => `Age${age}`),
    "Age90plus",
  ],
  ...[
    ["S92000003", "d", "All", "d", 96, 20, 30, 46],
    ["S92000003", "d", "Female", "", 51, 10, 15, 26],
    ["S92000003", "d", "Male", "", 45, 10, 15, 20],
    ["S12000033", "", "All", "d", 60, 12, 18, 30],
    ["S12000033", "", "Female", "", 32, 6, 9, 17],
    ["S12000033", "", "Male", "", 28, 6, 9, 13],
    ["S12000034", "", "All", "d", 36, 8, 12, 16],
    ["S12000034", "", "Female", "", 19, 4, 6, 9],
    ["S12000034", "", "Male", "", 17, 4, 6, 7],
  ].map((row) => [2022, ...row.slice(0, 7), ...Array(88).fill(0), row[7]]),
  [],
]
  .map((row) => row.join(","))
  .join("\r\r\n");

const read = async (text: string, name = "est.csv") => readRaw(await rawFile(text, name));

describe("population as Public Health Scotland publishes it", () => {
  test("parts and totals are tables of their own, the parts first", async () => {
    const file = await read(sample);
    expect(file.reader).toBe("phs-population");
    expect(file.because).toBe("its header begins Year, CA, Sex, AllAges and goes on with a column for each age");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "by area, period, sex and age: 364",
        "by period, sex and age, totals of area: 182",
        "by area, period and age: 182",
        "by period and age, totals of area: 91",
        "all ages: by area, period and sex: 4",
        "all ages: by period and sex, totals of area: 2",
        "all ages: by area and period: 2",
        "all ages: by period, totals of area: 1",
      ]
    `);
    expect(file.rows).toEqual({ read: 9, used: 9, refused: 0 });
  });

  test("the finest table has the type of its schema", async () => {
    const people = (await read(sample)).as(phsPopulation);
    const rows = [...people].filter((row) => row.area === "S12000034" && row.sex === "female");
    expect(rows.filter(({ people }) => people !== 0).map((row) => [row.age.label, row.people])).toEqual([
      ["0", 4],
      ["1", 6],
      ["90+", 9],
    ]);
  });

  test("a row whose ages do not sum to all ages is used with a warning", async () => {
    const file = await read(sample.replace(",,19,4,6,", ",,19,4,60,"));
    expect(file.issues.filter(({ severity }) => severity === "warning")).toMatchInlineSnapshot(`
      [
        {
          "code": "ages-do-not-sum",
          "column": "AllAges",
          "file": "est.csv",
          "fix": "Compare the row with the publisher's file: a figure was changed, or a column lost.",
          "found": "19",
          "line": 9,
          "message": "the ages sum to 73; AllAges is 19",
          "severity": "warning",
        },
      ]
    `);
  });

  test("what is not said to be an estimate is taken for a projection", async () => {
    expect((await read(sample)).tables[0]!.table.provenance.evidence).toBe("published");
    expect((await read(sample, "pop_proj.csv")).tables[0]!.table.provenance.evidence).toBe("projected");
    expect((await read(sample, "download.csv")).tables[0]!.table.provenance.evidence).toBe("projected");
  });
});

describeSturdiness(phsPopulationReader, "est.csv", () => sample);
