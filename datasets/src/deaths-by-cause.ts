import { check } from "./build-error.ts";
import { SEXES, sexColumn } from "./common-columns.ts";
import type { Cell, Column, DataTable } from "./data-table.ts";
import { NRS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";

const FILES: Readonly<Record<string, string>> = {
  female: "burden/scotland_deaths_by_cause_age_females_2000-02_2012-14_2015-17.xlsx",
  male: "burden/scotland_deaths_by_cause_age_males_2000-02_2012-14_2015-17.xlsx",
};
const SHEETS = ["year1", "year2", "year3"];
const PERIODS = ["2000-2002", "2012-2014", "2015-2017"];
const FIXED = ["sex", "agegroup", "population", "deaths", "area", "period"];
const AGES = ["0", "1-4", ...Array.from({ length: 17 }, (_, at) => `${5 + 5 * at}-${9 + 5 * at}`), "90+"];
const CAUSES: Readonly<Record<string, number>> = { female: 25, male: 26 };

/** Deaths by cause, age and sex in Scotland, and the person-years they belong to. */
export function deathsByCauseTables(raw: RawFiles): DataTable[] {
  const deaths: Cell[][] = [];
  const people: Cell[][] = [];
  for (const sex of SEXES)
    for (const [at, sheet] of SHEETS.entries()) readSheet(raw, sex, sheet, PERIODS[at]!, deaths, people);
  const period: Column = { name: "period", type: "string", description: "Three calendar years.", values: PERIODS };
  const age: Column = { name: "age", type: "string", description: "Age at death, in years.", values: AGES };
  const common = {
    publisher: NRS,
    edition: "Deaths registered 2000-2002, 2012-2014 and 2015-2017, Scotland",
    class: "observed",
    sources: [
      {
        title: "Deaths by cause, age and sex, Scotland, prepared for a decomposition of life expectancy",
        organisation: `${NRS}; Scottish Public Health Observatory and University of Glasgow authors`,
      },
    ],
    rawFiles: Object.values(FILES),
  } as const;
  return [
    {
      ...common,
      name: "mortality/deaths-by-cause",
      title: "Deaths by cause, age and sex",
      description:
        "Deaths in Scotland in three years, by cause (groups that do not overlap and together are all causes), sex and age.",
      columns: [
        period,
        sexColumn,
        age,
        { name: "cause", type: "string", description: "Cause of death, as the source groups and names it." },
        { name: "deaths", type: "integer", description: "Deaths in the three years together." },
      ],
      key: ["period", "sex", "age", "cause"],
      rows: deaths,
      changes:
        "Made long; the age codes 1 to 20 replaced by ages; the asterisks that mark four causes removed; all causes left out after it was checked to be the sum.",
      caveats: [
        "The latest period ends in 2017.",
        "Prostate cancer has rows for males only: for females it does not apply, and is not a zero.",
        "The source marks Other Mental behavioural, Suicide, Accidents and Other external with an asterisk it does not explain; causes sum to all causes, so drug-related deaths, which have a group of their own, are not in them.",
      ],
    },
    {
      ...common,
      name: "mortality/deaths-person-years",
      title: "Person-years of the deaths by cause",
      description: "People times years, the denominator of mortality/deaths-by-cause.",
      columns: [
        period,
        sexColumn,
        age,
        { name: "person_years", type: "integer", description: "Sum of the three mid-year populations." },
      ],
      key: ["period", "sex", "age"],
      rows: people,
      changes: "Made long; age codes replaced by ages.",
      caveats: ["Populations as known when the source was made, before the rebasing to Census 2022."],
    },
  ];
}

function readSheet(
  raw: RawFiles,
  sex: string,
  sheet: string,
  period: string,
  deaths: Cell[][],
  people: Cell[][],
): void {
  const file = FILES[sex]!;
  const [header, ...rows] = raw.sheet(file, sheet);
  check(
    header !== undefined && FIXED.every((name, at) => header[at] === name),
    { file },
    `${sheet}: columns have moved`,
  );
  const causes = header.slice(FIXED.length).map((cause) => String(cause).replace(/\*$/, "").trim());
  check(causes.length === CAUSES[sex], { file }, `${sheet}: ${causes.length} causes, not ${CAUSES[sex]}`);
  check(rows.length === AGES.length, { file }, `${sheet}: ${rows.length} ages, not ${AGES.length}`);
  for (const [index, row] of rows.entries()) {
    const place = { file: `${file} (${sheet})`, line: index + 2 };
    check(
      row[0] === sex && row[1] === index + 1 && row[4] === "Scotland" && row[5] === period,
      place,
      () => `must be ${sex}, age group ${index + 1}, Scotland, ${period}; is ${row.slice(0, 6).join(", ")}`,
    );
    const counts = row.slice(FIXED.length).map(Number);
    const sum = counts.reduce((a, b) => a + b, 0);
    check(sum === row[3], place, () => `causes sum to ${sum}, not to all causes ${row[3]}`);
    for (const [at, cause] of causes.entries()) deaths.push([period, sex, AGES[index]!, cause, counts[at]!]);
    people.push([period, sex, AGES[index]!, Number(row[2])]);
  }
}
