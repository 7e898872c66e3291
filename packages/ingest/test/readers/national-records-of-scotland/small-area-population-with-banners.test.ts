import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  publishedSmallAreasWithBanners,
  smallAreaPopulationWithBannersReader,
} from "../../../src/readers/national-records-of-scotland/small-area-population-with-banners.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { aWorkbook, said } from "./a-workbook.ts";

/** Synthetic: two data zones, ages 0, 1 and 90 and over, with the banners and footer of the published style. */
const make = (total = '"1,060"') => {
  const between = Array<number>(88).fill(0);
  const rows = [
    [
      '"Table 1a: Estimated population by sex, single year of age and 2011 Data Zone area, and council area: 30 June 2020"',
    ],
    [],
    ["", "", "", "", "PERSONS", "", "", "PERSONS"],
    [
      "Area code",
      "Area name",
      "Council area",
      "All ages",
      ...Array.from({ length: 90 }, (_, age) => `AGE${age}`),
      "AGE90+",
    ],
    ["", "SCOTLAND", "", total, '"1,010"', 20, ...between, 30],
    ["DataZone2011Code", "DataZone2011Name", "CouncilArea2019Name"],
    ["S01006506", "Riverside - 01", "Aberdeen City", '"1,036"', '"1,006"', 10, ...between, 20],
    ["S01006507", "Riverside - 02", "Aberdeen City", 24, 4, 10, ...between, 10],
    [],
    ["© Crown Copyright 2021"],
  ];
  return rows.map((row) => `${[...row, ...Array(97 - row.length).fill("")].join(",")}\r\n`).join("");
};

const read = async (text: string) =>
  readRaw(await rawFile(Buffer.from(text, "latin1"), "table-1a.csv"), {
    readers: [smallAreaPopulationWithBannersReader],
  });

describe("small area population in the style of 2020 and before", () => {
  test("Scotland is held apart from the zones; the year, the sex and the edition come from what stands around", async () => {
    const file = await read(make());
    expect(file.because).toBe(
      "under its banners stands the header Area code, Area name, Council area, All ages, AGE0 …",
    );
    expect(file.source.edition).toBe("Crown copyright 2021");
    expect(file.tables.map(({ name, table }) => `${name}: ${table.length}`)).toEqual([
      "by area and age: 182",
      "by age, totals of area: 91",
      "all ages: by area: 2",
      "all ages: one figure, totals of area: 1",
    ]);
    expect(said(file.issues)).toEqual([
      "note code-put-in (5): SCOTLAND has no code in the file; it is given S92000003",
    ]);
    const rows = [...file.as(publishedSmallAreasWithBanners)].filter(({ people }) => people !== 0);
    expect(rows.map(({ area, period, age, people }) => [area, period.label, age.label, people])).toEqual([
      ["S01006506", "2020", "0", 1006],
      ["S01006506", "2020", "1", 10],
      ["S01006506", "2020", "90+", 20],
      ["S01006507", "2020", "0", 4],
      ["S01006507", "2020", "1", 10],
      ["S01006507", "2020", "90+", 10],
    ]);
  });

  test("a workbook has a sheet for each sex, which the banners name", async () => {
    const sheet = (banner: string) =>
      make("1060")
        .split("\r\n")
        .map((line) =>
          line
            .replaceAll("PERSONS", banner)
            .replaceAll('"1,0', '"10')
            .split(",")
            .map((cell) => cell.replaceAll('"', "")),
        )
        .map((row) => row.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell || null)));
    const bytes = aWorkbook({ "Table 1b": sheet("MALES"), "Table 1c": sheet("FEMALES") });
    const file = readRaw(await rawFile(bytes, "sape.xlsx"), { readers: [smallAreaPopulationWithBannersReader] });
    const [males] = file.tables;
    expect(males!.name).toBe("Table 1b male: by area and age");
    expect([...males!.table][0]).toMatchObject({ area: "S01006506", sex: "male", people: 1006 });
    expect(file.tables.at(-1)!.name).toBe("Table 1c female, all ages: one figure, totals of area");
    expect(file.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("zones that do not add up to Scotland are a warning", async () => {
    expect(said((await read(make().replace(",24,4,", ",25,5,"))).issues)).toEqual([
      "note code-put-in (5): SCOTLAND has no code in the file; it is given S92000003",
      "warning totals-do-not-sum (5): the data zones do not add up to Scotland: All ages is 1,060 and its parts sum to 1,061, in 1 row (line 5)",
    ]);
  });

  test("figures under banners that do not say whose they are come with a warning", async () => {
    expect(said((await read(make().replaceAll("PERSONS", ""))).issues)[0]).toBe(
      "warning banner-missing (4): the header should have PERSONS, MALES or FEMALES above it; found none of them",
    );
  });

  test("a row with figures and no code is an error, and not lost without a word", async () => {
    expect(said((await read(make().replace("S01006507", "Riverside"))).issues)[0]).toBe(
      "error row-not-understood (8): 1 row left out: with figures, and not under a header that the reader knows (line 8)",
    );
  });
});

describeSturdiness(smallAreaPopulationWithBannersReader, "table-1a.csv", () => make().replace("©", "(c)"));
