import { boardFinder, councilFinder } from "./area-names.ts";
import { check } from "./build-error.ts";
import { codeColumn, levelColumn } from "./common-columns.ts";
import type { Cell, DataTable } from "./data-table.ts";
import { type Hierarchy, SCOTLAND } from "./hierarchy.ts";
import { NRS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";

const FILE = "burden/nrs-drug-related-deaths-scotland-2024.xlsx";

/** Drug misuse deaths: counts by year, and published rates by five-year period. */
export function drugDeathTables(raw: RawFiles, hierarchy: Hierarchy): DataTable[] {
  const levels = [
    { level: "council", codeOf: councilFinder(hierarchy), counts: "Table_C1", rates: "Table_C4" },
    { level: "board", codeOf: boardFinder(hierarchy), counts: "Table_HB1", rates: "Table_HB4" },
  ];
  const country = countryCounts(raw);
  const counts: Cell[][] = [...country].map(([year, deaths]) => [SCOTLAND, "country", year, deaths]);
  const rates = new Map<string, Cell[]>();
  for (const { level, codeOf, counts: countSheet, rates: rateSheet } of levels) {
    counts.push(...countRows(raw, countSheet, level, codeOf, country));
    for (const row of rateRows(raw, rateSheet, level, codeOf)) {
      const key = `${row[0]} ${row[2]}`;
      const before = rates.get(key);
      check(
        before === undefined || before.join() === row.join(),
        { file: FILE },
        () => `${rateSheet}: ${key} is ${row.slice(3).join(", ")}, elsewhere ${before?.slice(3).join(", ")}`,
      );
      rates.set(key, row);
    }
  }
  const common = {
    publisher: NRS,
    edition: "Drug-related deaths in Scotland, 2024",
    released: "2025-09-02",
    sources: [{ title: "Drug-related deaths in Scotland, 2024", organisation: NRS }],
    rawFiles: [FILE],
  } as const;
  const area = [codeColumn("area", "Code of the area."), levelColumn("council", "board", "country")];
  return [
    {
      ...common,
      name: "mortality/drug-deaths",
      class: "observed",
      title: "Drug misuse deaths by year",
      description:
        "Drug misuse deaths registered in the year: councils and boards 2010 to 2024, Scotland 1996 to 2024, both sexes.",
      columns: [
        ...area,
        { name: "year", type: "integer", description: "Year of registration.", minimum: 1996 },
        { name: "deaths", type: "integer", description: "Deaths of both sexes." },
      ],
      key: ["area", "year"],
      rows: counts,
      changes:
        "Tables 1, C1 and HB1 made long; both sexes only, after females and males and the areas were checked to sum.",
      caveats: ["Deaths by drug misuse as National Records of Scotland defines it; drug poisoning deaths are more."],
    },
    {
      ...common,
      name: "mortality/drug-death-rates",
      class: "published",
      title: "Drug misuse death rates by five-year period",
      description:
        "Drug misuse deaths per 100,000 people a year, age-standardised (European Standard Population 2013), with 95% limits.",
      columns: [
        ...area,
        { name: "period", type: "string", description: "Five calendar years.", pattern: "[0-9]{4}-[0-9]{4}" },
        {
          name: "rate",
          type: "number",
          description: "Per 100,000 people a year; blank: low reliability [l].",
          blank: true,
        },
        {
          name: "lower",
          type: "number",
          description: "Lower 95% limit; blank: low reliability.",
          blank: true,
          minimum: -10,
        },
        { name: "upper", type: "number", description: "Upper 95% limit; blank: low reliability.", blank: true },
        { name: "deaths", type: "integer", description: "Deaths in the five years." },
      ],
      key: ["area", "period"],
      rows: [...rates.values()],
      changes: "Tables C4 and HB4 put together; periods written without blanks.",
      caveats: [
        "Periods overlap: use every fifth, or say that they move.",
        "The publisher gives no rate where deaths are too few.",
      ],
    },
  ];
}

function countryCounts(raw: RawFiles): Map<number, number> {
  const bySex = new Map<string, number>();
  for (const row of raw.sheet(FILE, "Table_1"))
    if (typeof row[0] === "number" && typeof row[2] === "number") bySex.set(`${row[0]} ${row[1]}`, row[2]);
  const found = new Map<number, number>();
  for (const [key, deaths] of bySex) {
    const [year, sex] = key.split(" ") as [string, string];
    if (sex !== "Persons") continue;
    found.set(Number(year), deaths);
    const [females, males] = [bySex.get(`${year} Females`), bySex.get(`${year} Males`)];
    if (females !== undefined && males !== undefined)
      check(females + males === deaths, { file: FILE }, `Table_1, ${year}: sexes do not sum to ${deaths}`);
  }
  check(found.size === 29, { file: FILE }, `Table_1: ${found.size} years, not 1996 to 2024`);
  return found;
}

function countRows(
  raw: RawFiles,
  sheet: string,
  level: string,
  codeOf: (name: string) => string | undefined,
  country: ReadonlyMap<number, number>,
): Cell[][] {
  const cells = raw.sheet(FILE, sheet);
  const header = cells.find((row) => row[0] === "Year");
  check(header !== undefined, { file: FILE }, `${sheet}: there is no header row beginning "Year"`);
  const areas = header.slice(3).map((name) => {
    const code = codeOf(String(name));
    check(code !== undefined, { file: FILE }, `${sheet}: "${name}" is not the name of a ${level}`);
    return code;
  });
  const numbers = new Map<string, number[]>();
  for (const row of cells) if (typeof row[0] === "number") numbers.set(`${row[0]} ${row[1]}`, row.slice(2).map(Number));
  const rows: Cell[][] = [];
  for (const [key, [scotland, ...deaths]] of numbers) {
    const [year, sex] = key.split(" ") as [string, string];
    if (sex !== "Persons") continue;
    const sum = deaths.reduce((a, b) => a + b, 0);
    check(
      scotland === country.get(Number(year)) && sum === scotland,
      { file: FILE },
      `${sheet}, ${year}: areas sum to ${sum}, Scotland is ${scotland}, in Table_1 ${country.get(Number(year))}`,
    );
    const [females, males] = [numbers.get(`${year} Females`), numbers.get(`${year} Males`)];
    for (const [at, area] of areas.entries()) {
      const bothSexes = (females?.[at + 1] ?? Number.NaN) + (males?.[at + 1] ?? Number.NaN);
      check(bothSexes === deaths[at], { file: FILE }, `${sheet}, ${year}, ${area}: sexes sum to ${bothSexes}`);
      rows.push([area, level, Number(year), deaths[at]!]);
    }
  }
  return rows;
}

function rateRows(raw: RawFiles, sheet: string, level: string, codeOf: (name: string) => string | undefined): Cell[][] {
  return [...raw.sheet(FILE, sheet).entries()]
    .filter(([, row]) => /^\d{4} - \d{4}$/.test(String(row[1])))
    .map(([index, row]) => {
      const place = { file: `${FILE} (${sheet})`, line: index + 1 };
      const isCountry = row[0] === "Scotland";
      const code = isCountry ? SCOTLAND : codeOf(String(row[0]));
      check(code !== undefined, place, `"${row[0]}" is not the name of a ${level}`);
      const values = row.slice(2, 5).map((value): Cell => {
        check(typeof value === "number" || value === "[l]", place, `"${value}" is neither a rate nor [l]`);
        return typeof value === "number" ? value : null;
      });
      check(typeof row[5] === "number", place, `"${row[5]}" is not a number of deaths`);
      return [code, isCountry ? "country" : level, String(row[1]).replaceAll(" ", ""), ...values, row[5]];
    });
}
