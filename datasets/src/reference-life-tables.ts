import { check } from "./build-error.ts";
import { sexColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, number, text } from "./raw-row.ts";

const FILE = "tables/reference_life_tables.csv";

/** Remaining life expectancy that may be shipped as the reference for years of life lost. */
export function referenceLifeTable(raw: RawFiles): DataTable {
  const rows = raw
    .rows(FILE)
    .filter((row) => text(row, "table_id") === "uk_nlt_2016_18")
    .map((row) => ["uk-nlt-2016-18", text(row, "sex"), count(row, "age"), number(row, "ex")] as const);
  for (const sex of ["female", "male"]) {
    const ages = rows.filter((row) => row[1] === sex).sort((a, b) => a[2] - b[2]);
    check(
      ages.length === 101 && ages.every((row, age) => row[2] === age),
      { file: FILE },
      `uk_nlt_2016_18 must hold the ages 0 to 100 once for ${sex}`,
    );
    const rising = ages.find((row, at) => at > 1 && row[3] >= ages[at - 1]![3]);
    check(rising === undefined, { file: FILE }, `life expectancy rises with age for ${sex} at ${rising?.[2]}`);
  }
  return {
    name: "standards/reference-life-tables",
    title: "Reference life tables",
    description: "Years of life that remain, on average, at an exact age.",
    columns: [
      { name: "table", type: "string", description: "Life table.", values: ["uk-nlt-2016-18"] },
      sexColumn,
      { name: "age", type: "integer", description: "Exact age, 0 to 100." },
      { name: "expectancy", type: "number", description: "Remaining life expectancy in years." },
    ],
    key: ["table", "sex", "age"],
    rows,
    publisher: "Office for National Statistics",
    edition: "National life tables, United Kingdom, 2016-2018 (period)",
    class: "published",
    sources: [{ title: "National life tables: UK, 2016 to 2018", organisation: "Office for National Statistics" }],
    rawFiles: [FILE],
    changes: "Reduced to the one table that may be shipped.",
    caveats: [
      "A period table: what a person would live if the mortality of 2016-2018 lasted.",
      "It has a table for each sex; the reference tables of the Global Burden of Disease studies have one for both, and give other years of life lost.",
    ],
  };
}
