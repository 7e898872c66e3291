import { check } from "./build-error.ts";
import type { Cell, DataTable } from "./data-table.ts";
import { NRS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";

const FILE = "burden/nrs_age-standard-death-rates-22-tab1.xlsx";
const SEXES = ["female", "male", "all"];
const BLOCKS = [
  [/- All Persons$/, "all"],
  [/- Males$/, "male"],
  [/- Females$/, "female"],
] as const;

/** Age-standardised death rates by cause and sex, Scotland, year by year. */
export function deathRatesByCauseTable(raw: RawFiles): DataTable {
  const sheet = raw.sheet(FILE, "Table 1");
  const rows: Cell[][] = [];
  let sex: string | null = null;
  let causes: { at: number; cause: string; codes: string | null }[] = [];
  for (const [index, row] of sheet.entries()) {
    const first = row[0];
    if (typeof first === "string" && first.startsWith("Death rates"))
      sex = BLOCKS.find(([ending]) => ending.test(first.trim()))?.[1] ?? null;
    if (sex === null) continue;
    if (row[1] === "All causes") causes = readCauses(row);
    if (typeof first !== "number") continue;
    check(first >= 1994 && first <= 2022, { file: FILE, line: index + 1 }, `the year ${first} is not expected`);
    for (const { at, cause, codes } of causes) {
      const values = row.slice(at, at + 3);
      if (values.every((value) => value === ".")) continue;
      const place = { file: FILE, line: index + 1 };
      check(
        values.every((value) => typeof value === "number"),
        place,
        `${cause}: ${values.join(", ")} are not numbers`,
      );
      const [rate, lower, upper] = values as [number, number, number];
      check(lower <= rate && rate <= upper, place, `${cause}: ${rate} does not lie between ${lower} and ${upper}`);
      rows.push([first, sex, cause, rate, lower, upper, codes]);
    }
  }
  for (const wanted of SEXES) {
    const years = rows.filter((row) => row[1] === wanted && row[2] === "All causes").length;
    check(years === 29, { file: FILE }, `all causes, ${wanted}: ${years} years, not 29`);
  }
  return {
    name: "mortality/death-rates-by-cause",
    title: "Age-standardised death rates by cause, 1994 to 2022",
    description:
      "Deaths per 100,000 people in Scotland, standardised by age to the European Standard Population 2013, with 95% confidence limits.",
    columns: [
      { name: "year", type: "integer", description: "Year of registration.", minimum: 1994 },
      { name: "sex", type: "string", description: "Female, male, or all people.", values: SEXES },
      { name: "cause", type: "string", description: "Underlying cause, as the publisher names it." },
      { name: "rate", type: "number", description: "Deaths per 100,000, age-standardised." },
      { name: "lower", type: "number", description: "Lower 95% limit." },
      { name: "upper", type: "number", description: "Upper 95% limit." },
      { name: "codes", type: "string", description: "ICD-9 / ICD-10 codes, where the table prints them.", blank: true },
    ],
    key: ["year", "sex", "cause"],
    rows,
    publisher: NRS,
    edition: "Age-standardised death rates, 1994 to 2022, table 1 (2023)",
    class: "published",
    sources: [
      {
        title: "Age-standardised death rates calculated using the European Standard Population, table 1",
        organisation: NRS,
      },
    ],
    rawFiles: [FILE],
    changes:
      "Three blocks made long; codes split from names, footnote marks removed; cells printed as . (not available) left out; the fourth block (mean of the two sexes' rates) and the changes in per cent left out.",
    caveats: [
      "Causes overlap: coronary heart disease is part of the diseases of the circulatory system. Rates are never added.",
      "The definitions of accidents and probable suicide changed in 2011; dementia before 2000 is coded otherwise.",
      "all is standardised by age alone, not as the mean of the two sexes.",
      "Printed limits of COVID-19 in males in 2021 (109.5 to 118.6) do not lie evenly about the rate (111.5); kept as published.",
      "Populations from before the rebasing to Census 2022.",
    ],
  };
}

function readCauses(row: readonly unknown[]): { at: number; cause: string; codes: string | null }[] {
  return [...row.entries()]
    .filter((entry): entry is [number, string] => typeof entry[1] === "string")
    .map(([at, heading]) => {
      const plain = heading.replace(/\s+/g, " ").trim();
      const codes = /\(([0-9][^()]*)\)/.exec(plain);
      const cause = plain
        .replace(codes?.[0] ?? "", "")
        .replace(/(?<=[^0-9-])\s*[1-3]$/, "")
        .trim();
      return { at, cause, codes: codes?.[1]?.replace(/\s+/g, " ").trim() ?? null };
    });
}
