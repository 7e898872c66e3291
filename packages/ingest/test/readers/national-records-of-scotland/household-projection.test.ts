import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  householdProjection,
  householdProjectionReader,
} from "../../../src/readers/national-records-of-scotland/household-projection.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, type Cells, changed, said } from "./a-workbook.ts";

/** Synthetic: the sheet of an area, two types with other last ages, all multiplied by `times`; with columns of change. */
const area = (name: string, times: number): Cells => {
  const row = (type: string | null, group: string | null, first: number, second: number) => [
    type,
    group,
    first * times,
    second * times,
    second - first,
    (second - first) * times,
    0.1,
  ];
  return [
    ["Household Projections 2018-based, Principal Projection", null, null, "back to contents"],
    [name],
    [null],
    [
      "Household Type",
      "Age group",
      "Year",
      null,
      "Average annual change 1 2018-2019",
      "Overall Change           2018-2019",
    ],
    [null, null, 2018, 2019],
    row("1 person female", "16-19", 1, 2),
    row("1 person female", "20+", 3, 4),
    row(null, "All Ages", 4, 6),
    row("2 person all adult", "16-44", 5, 6),
    row("2 person all adult", "45+", 7, 9),
    row(null, "All Ages", 12, 15),
    row("All Households", null, 16, 21),
    [null],
    ["Footnote:"],
    [
      "1) Average annual change is the result of dividing the absolute change by the number of years, 10 for 2018-2028.",
    ],
    ["© Crown Copyright 2020"],
  ];
};

const contents: Cells = [
  ["Household Projections for Scotland (2018-based)"],
  ["Contents"],
  ["Scotland"],
  ["Council Areas"],
  ["Angus", null, null, "Moray"],
  ["Strategic Development Plan areas"],
  ["TAYplan"],
];
const all: Readonly<Record<string, Cells>> = {
  Contents: contents,
  Scotland: area("Scotland", 3),
  Angus: area("Angus", 1),
  Moray: area("Moray", 2),
  TAYplan: area("TAYplan", 2),
};
const read = async (sheets: Readonly<Record<string, Cells>> = all) =>
  readRaw(await rawFile(aWorkbook(sheets), "households.xlsx"), { readers: [householdProjectionReader] });

describe("household projections", () => {
  test("areas that overlap are parts of their own, by the headings of the contents; totals stand apart", async () => {
    const file = await read();
    expect(file.because).toBe("4 of its sheets have the header Household Type, Age group, Year: Scotland, Angus …");
    expect(file.source.edition).toBe("2018-based, principal projection, Crown copyright 2020");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toMatchInlineSnapshot(`
      [
        "council areas: by areaName, householdType, age and period: 16",
        "council areas: by householdType, age and period: 8",
        "council areas: by areaName, householdType and period: 8",
        "council areas: by householdType and period: 4",
        "council areas: by areaName and period: 4",
        "council areas: by period: 2",
        "strategic development plan areas: by areaName, householdType, age and period: 8",
        "strategic development plan areas: by areaName, householdType and period: 4",
        "strategic development plan areas: by areaName and period: 2",
      ]
    `);
    expect(said(file.issues)).toEqual([
      "note sheet-not-read: a sheet was not read: Contents",
      "note columns-not-read: the columns of average annual and overall change were not read",
    ]);
  });

  test("a row without a type belongs to the type above it; ages are those of the type", async () => {
    const file = await read();
    const rows = [...file.table("council areas: by areaName, householdType, age and period")].filter(
      (row) => String(row.areaName) === "Moray" && (row.period as { label: string }).label === "2019",
    );
    expect(rows.map((row) => [row.householdType, (row.age as { label: string }).label, row.households])).toEqual([
      ["1 person female", "16-19", 4],
      ["1 person female", "20+", 8],
      ["2 person all adult", "16-44", 12],
      ["2 person all adult", "45+", 18],
    ]);
    const totals = [...file.table("council areas: by areaName, householdType and period")];
    expect(
      totals.filter((row) => String(row.areaName) === "Angus").map((row) => [row.householdType, row.households]),
    ).toEqual([
      ["1 person female", 4],
      ["1 person female", 6],
      ["2 person all adult", 12],
      ["2 person all adult", 15],
    ]);
    expect(Object.keys(householdProjection.fields)).toEqual([
      "areaName",
      "householdType",
      "age",
      "period",
      "households",
    ]);
  });

  test("ages, types and councils that do not add up are warnings; so is a sheet about another area", async () => {
    const wrong = area("Moray", 2).map((row, i) => (i === 5 ? row.map((cell, at) => (at === 2 ? 40 : cell)) : row));
    expect(said((await read({ ...all, Moray: wrong })).issues).slice(2)).toMatchInlineSnapshot(`
      [
        "warning totals-do-not-sum (8): the ages do not add up to all ages: 2018 is 8 and its parts sum to 46, in 1 row (line 8)",
        "warning totals-do-not-sum (6): the councils do not add up to Scotland: 2018 is 3 and its parts sum to 41, in 1 row (line 6)",
      ]
    `);
    const total = area("Moray", 2).map((row, i) => (i === 11 ? row.map((cell, at) => (at === 3 ? 50 : cell)) : row));
    expect(said((await read({ ...all, Moray: total })).issues).slice(2)).toMatchInlineSnapshot(`
      [
        "warning totals-do-not-sum (12): the types do not add up to all households: 2019 is 50 and its parts sum to 42, in 1 row (line 12)",
        "warning totals-do-not-sum (12): the councils do not add up to Scotland: 2019 is 63 and its parts sum to 71, in 1 row (line 12)",
      ]
    `);
    expect(said((await read({ ...all, Moray: area("Fife", 2) })).issues).slice(2)).toMatchInlineSnapshot(`
      [
        "warning sheet-name-differs (2): the sheet is named "Moray", and says that it is about "Fife"; the name of the sheet is used",
      ]
    `);
  });

  test("a figure that stands alone is a note, a row without a known place an error, and an area not in the contents its own part", async () => {
    const stray = [...area("Moray", 2), [null, null, null, 1], ["who knows", null, 5, 6]];
    expect(said((await read({ ...all, Moray: stray })).issues).slice(2)).toMatchInlineSnapshot(`
      [
        "error row-not-understood (18): 1 row left out: with figures, and not under a header that the reader knows (line 18)",
        "note figure-not-read (17): a figure stands alone, right of the names, in 1 row; not read (line 17)",
      ]
    `);
    const file = await read({ ...all, Fife: area("Fife", 1) });
    expect(file.tables.some(({ part }) => part === "areas not in the contents")).toBe(true);
  });

  test("a sheet with two tables, or none where its header says one, is not guessed at", async () => {
    const twice = [...area("Moray", 2), ...area("Moray", 2)];
    await expect(read({ ...all, Moray: twice })).rejects.toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-header] households.xlsx, sheet "Moray", line 1: the sheet should have one table under the header Household Type, Age group, Year; found 2
        Fix: Compare the sheet with the publisher's.]
    `);
  });
});

describeSturdiness(
  householdProjectionReader,
  "households.xlsx",
  () => aWorkbook({ Contents: contents, Angus: area("Angus", 1) }),
  (change) => aWorkbook({ Contents: contents, Angus: changed(area("Angus", 1), change) }),
);
