import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import {
  deprivationData2012,
  deprivationData2012Reader,
} from "../../../src/readers/scottish-government-deprivation/data-2012.ts";
import {
  deprivationIndicators2016,
  deprivationIndicators2016Reader,
} from "../../../src/readers/scottish-government-deprivation/indicators-2016.ts";
import {
  deprivationIndicators2020,
  deprivationIndicators2020Reader,
} from "../../../src/readers/scottish-government-deprivation/indicators-2020.ts";
import {
  deprivationRanks2020,
  deprivationRanks2020Reader,
} from "../../../src/readers/scottish-government-deprivation/ranks-2020.ts";
import { aWorkbook, type Cells, changed, said } from "../national-records-of-scotland/a-workbook.ts";
import { describeSturdiness } from "../sturdiness.ts";

const readers = [
  deprivationData2012Reader,
  deprivationIndicators2016Reader,
  deprivationIndicators2020Reader,
  deprivationRanks2020Reader,
];
const read = async (of: string | Uint8Array) => readRaw(await rawFile(of, "simd"), { readers });
const headersOf = (schema: { readonly fields: Readonly<Record<string, { readonly header: string | null }>> }) =>
  Object.values(schema.fields).map(({ header }) => header!);
const zone = (i: number) => `S0100${6506 + i}`;

/** Synthetic: ten zones in the columns of the real files; every figure is the number of its column, but for what is set. */
const rows = (headers: readonly string[], set: (header: string, i: number) => string | null) =>
  Array.from({ length: 10 }, (_, i) => headers.map((header, at) => set(header, i) ?? String(at)));
const csv = (headers: readonly string[], of: readonly (readonly string[])[]) =>
  [headers, ...of]
    .map((row) => row.map((cell) => (/[,"]/.test(cell) ? `"${cell}"` : cell)).join(","))
    .join("\n")
    .concat("\n");

const ranks = csv(
  headersOf(deprivationRanks2020),
  rows(headersOf(deprivationRanks2020), (header, i) =>
    header === "dz11_code" ? zone(i) : header.endsWith("_rank") ? String(10 - i) : String(Math.ceil((10 - i) / 2)),
  ),
);
const indicators2020 = csv(
  headersOf(deprivationIndicators2020),
  rows(headersOf(deprivationIndicators2020), (header, i) => {
    if (header === "dz11_code") return zone(i);
    if (header === "crime_count") return i === 0 ? "*" : "3.25";
    return header === "CIF" && i === 1 ? "" : null;
  }),
);
const headers2012 = [
  "Data Zone",
  "Local Authority Code",
  "Local Authority Name",
  "Intermediate Geography name",
  "Nearest settlement*",
  ...headersOf(deprivationData2012).slice(1),
  "",
  "",
];
const data2012 = csv(
  headers2012,
  rows(headers2012, (header, i) => {
    if (header === "") return "";
    if (header === "Data Zone") return `S0100000${i}`;
    if (header === "Overall SIMD 2012 Rank") return String(i + 1);
    if (/^(Decile|Quintile|Vigintile)$/.test(header)) return String(Math.ceil((i + 1) / 2));
    if (header === "Total Population (SAPE 2010)") return "1,075";
    return header === "SIMD Crime 2012 score" && i === 0 ? "" : null;
  }),
);
const headers2016 = [
  "Data_Zone",
  "Intermediate_Zone",
  "Council_area",
  ...headersOf(deprivationIndicators2016).slice(1),
];
const sheet2016: Cells = [
  headers2016,
  ...rows(headers2016, (header, i) =>
    header === "Data_Zone"
      ? zone(i)
      : header === "crime_rate" && i === 2
        ? "*"
        : /^(Inter|Council)/.test(header)
          ? "Culter"
          : null,
  ),
];
const workbook2016 = (cells = sheet2016) =>
  aWorkbook({ "Indicator descriptions": [["Column", "Description"]], Data: cells });

describe("the Scottish Index of Multiple Deprivation, edition by edition", () => {
  test("ranks and deciles of 2020", async () => {
    const file = await read(ranks);
    expect([file.reader, file.source.edition, file.issues]).toEqual(["simd-2020-ranks", "SIMD 2020", []]);
    expect(
      [...file.as(deprivationRanks2020)].map(({ area, rank, decile }) => [area, rank, decile]).slice(0, 2),
    ).toEqual([
      ["S01006506", 10, 5],
      ["S01006507", 9, 5],
    ]);
  });

  test("indicators of 2020: an asterisk is suppressed, a blank not available, crimes have fractions", async () => {
    const file = await read(indicators2020);
    expect([file.reader, file.issues]).toEqual(["simd-2020-indicators", []]);
    const [first, second] = file.as(deprivationIndicators2020);
    expect([first!.crimes, second!.crimes, second!.comparativeIllness, first!.people]).toEqual([null, 3.25, null, 1]);
    expect([first!.missing, second!.missing]).toEqual(["suppressed", "not available"]);
  });

  test("data of 2012: thousands separators, columns without a header, a blank crime score", async () => {
    const file = await read(data2012);
    expect([file.reader, file.issues, file.rows.used]).toEqual(["simd-2012-data", [], 10]);
    const [first] = file.as(deprivationData2012);
    expect([first!.area, first!.people, first!.crimeScore, first!.missing]).toEqual([
      "S01000000",
      1075,
      null,
      "not available",
    ]);
  });

  test("indicators of 2016: a sheet of a workbook", async () => {
    const file = await read(workbook2016());
    expect(file.because).toBe(
      "its sheet Data has the 34 columns of SIMD 2016: Data_Zone, Total_population, Working_age_population_revised …",
    );
    expect(said(file.issues)).toEqual(["note sheet-not-read: a sheet was not read: Indicator descriptions"]);
    expect([...file.as(deprivationIndicators2016)][2]!.crimeRate).toBeNull();
  });

  test("ranks that are missing, deciles that do not follow, figures without a header", async () => {
    const lines = ranks.split("\n");
    expect(said((await read(lines.filter((_, i) => i !== 3).join("\n"))).issues)).toMatchInlineSnapshot(`
      [
        "warning ranks-with-gaps: the ranks should run from 1 to 10, each once: 1 is missing (8)",
      ]
    `);
    expect(said((await read(ranks.replace(`${zone(9)},1,1`, `${zone(9)},1,5`))).issues)).toMatchInlineSnapshot(`
      [
        "warning group-does-not-follow-rank (4): IMD_decile does not follow from IMD_rank in 7 rows (lines 4, 5, 6 and 4 more)",
      ]
    `);
    expect(said((await read(data2012.replace(",,\nS01000001", ",7,\nS01000001"))).issues)).toMatchInlineSnapshot(`
      [
        "warning column-without-header (2): a column without a header holds figures, which are not read",
      ]
    `);
  });
});

describeSturdiness(deprivationRanks2020Reader, "ranks.csv", () => ranks);
describeSturdiness(deprivationIndicators2020Reader, "indicators.csv", () => indicators2020);
describeSturdiness(deprivationData2012Reader, "data.csv", () => data2012);
describeSturdiness(
  deprivationIndicators2016Reader,
  "indicators.xlsx",
  () => workbook2016(),
  (change) => workbook2016(changed(sheet2016, change)),
);
