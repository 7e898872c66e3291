import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { lifeExpectancyDecompositionReader } from "../../../src/readers/scotpho-workshop/life-expectancy-decomposition.ts";
import { aWorkbook, type Cells, changed, said } from "../national-records-of-scotland/a-workbook.ts";
import { describeSturdiness } from "../sturdiness.ts";

const causes = ["Lung cancer", "residual"];
const ages = ["0", "1 to 4  ", "5+"];
const step = (i: number, k: number) => (k === 0 ? 0.25 * (i + 1) : -0.5 * (i + 1));
const row = (i: number) => [step(i, 0), step(i, 1), step(i, 0) + step(i, 1)];
const all = [1.5, -3, -1.5];

/** Synthetic: at the i-th age lung cancer gives a quarter of a year i times, the rest takes half a year i times; by hand 0.25 + 0.5 + 0.75 = 1.5. */
const tidied: Cells = [
  ["Period", "age group", "gender", ...causes, "Total"],
  ...["1", "2"].flatMap((period) =>
    ["females", "males"].flatMap((gender) => [
      ...ages.map((age, i) => [period, age, gender, ...row(i)]),
      [period, 999, gender, ...all],
    ]),
  ),
];
const block = (period: number, labels: readonly string[], of: (i: number) => readonly number[]): Cells => [
  [null, `PERIOD ${period}`, "Females", null, "Males"],
  [null, null, ...causes, ...causes, "Female Total", "Male Total"],
  ...labels.map((age, i) => [null, age, ...of(i).slice(0, 2), ...of(i).slice(0, 2), of(i)[2]!, of(i)[2]!]),
  [],
];
const blocks: Cells = [
  ...block(1, ages, row),
  ...block(2, ages, row),
  ["COMBINED AGE GROUPS"],
  ...block(1, ["<35", "35-89", "85+"], row),
  [null, null, "Cancers"],
  ["<35", "2000-02 to 2012-14", 0.5],
  [null, "2012-14 to 2015-17", 0.5],
];
const sheets = { "data 2000-02": blocks, data_tidied: tidied, "Figure 1": [["chart"]] as Cells };
const read = async (of: Readonly<Record<string, Cells>>) =>
  readRaw(await rawFile(aWorkbook(of), "results.xlsx"), { readers: [lifeExpectancyDecompositionReader] });

describe("contributions of ages and causes to changes of life expectancy", () => {
  test("the sheet in rows and the sheet of blocks hold the same; periods have their names", async () => {
    const file = await read(sheets);
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "by age: by change, sex, age and cause: 24",
        "by age: by change, sex and age: 12",
        "by age: by change, sex and cause: 8",
        "by age: by change and sex: 4",
        "sheet data 2000-02: by change, sex, age and cause: 24",
        "sheet data 2000-02: by change, sex and age: 12",
        "sheet data 2000-02, combined ages: by change, sex, ageLabel and cause: 12",
        "sheet data 2000-02, combined ages: by change, sex and ageLabel: 6",
      ]
    `);
    expect(file.table("by age: by change, sex, age and cause").provenance.evidence).toBe("modelled");
    const [tidy, fromBlocks] = [
      "by age: by change, sex, age and cause",
      "sheet data 2000-02: by change, sex, age and cause",
    ].map((name) => [...file.table(name)].map((one) => JSON.stringify(one)).sort());
    expect(fromBlocks).toEqual(tidy);
    const [first] = [...file.table("by age: by change, sex, age and cause")] as unknown as Record<string, unknown>[];
    expect([first!.change, first!.sex, first!.cause, first!.years]).toEqual([
      "2000-02 to 2012-14",
      "female",
      "Lung cancer",
      0.25,
    ]);
  });

  test("what is not read, and ages that overlap, are said", async () => {
    expect(said((await read(sheets)).issues)).toMatchInlineSnapshot(`
      [
        "note sheet-not-read: a sheet was not read: Figure 1",
        "note rows-not-read (21): 2 rows below the blocks hold what charts are drawn from, and were not read (lines 21, 22)",
        "warning ages-overlap (18): the combined ages 35-89 and 85+ overlap: one of the labels is wrong; the ages are kept as text",
      ]
    `);
  });

  test("causes and ages that do not add up, figures beside the table", async () => {
    const wrong = tidied.map((cells, i) =>
      i === 2 ? [...cells.slice(0, 3), 0.6, ...cells.slice(4)] : i === 3 ? [...cells, null, 7] : cells,
    );
    expect(said((await read({ data_tidied: wrong })).issues)).toMatchInlineSnapshot(`
      [
        "warning beside-table (4): figures stand beside the table in 1 row; not read",
        "warning columns-do-not-add-up (3): the causes do not add up to Total in 1 row (line 3)",
        "warning totals-do-not-sum (5): the ages do not add up to the age 999, all ages: Lung cancer is 1.5 and its parts sum to 1.6, in 1 row (line 5)",
      ]
    `);
  });
});

describeSturdiness(
  lifeExpectancyDecompositionReader,
  "results.xlsx",
  () => aWorkbook({ data_tidied: tidied }),
  (change) => aWorkbook({ data_tidied: changed(tidied, change) }),
);
