import { check, checkEqual } from "./build-error.ts";
import { sexColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import { openData, PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, text } from "./raw-row.ts";

const FILE = "burden/phs_cancer_incidence_1997_2021_scotland.csv.gz";
const SEX_NAMES: Readonly<Record<string, string>> = { Male: "male", Females: "female", All: "all" };
const AGES = [...Array.from({ length: 18 }, (_, at) => `${5 * at}-${5 * at + 4}`), "90+"];
const PUBLISHED_AGES = AGES.map((age) => {
  if (age === "0-4") return "IncidencesAgeUnder5";
  return age === "90+" ? "IncidencesAge90AndOver" : `IncidencesAge${age.replace("-", "To")}`;
});

/** New cancers by site, sex, year and age. */
export function cancerIncidenceTable(raw: RawFiles): DataTable {
  const found = new Map<string, { site: string; codes: string; sex: string; year: number; cases: number[] }>();
  for (const row of raw.rows(FILE)) {
    const sex = SEX_NAMES[text(row, "Sex")];
    check(sex !== undefined, row, () => `sex "${text(row, "Sex")}" is none of Male, Females, All`);
    const [site, codes, year] = [text(row, "CancerSite"), text(row, "CancerSiteICD10Code"), count(row, "Year")];
    const cases = PUBLISHED_AGES.map((column) => count(row, column));
    const sum = cases.reduce((a, b) => a + b, 0);
    check(sum === count(row, "IncidencesAllAges"), row, () => `ages sum to ${sum}, not to all ages`);
    const key = `${site}|${year}|${sex}`;
    check(!found.has(key), row, `${key} comes twice`);
    found.set(key, { site, codes, sex, year, cases });
  }
  for (const { site, sex, year, cases } of found.values()) {
    if (sex !== "all") continue;
    const parts = ["female", "male"].map((part) => found.get(`${site}|${year}|${part}`)?.cases);
    checkEqual(
      AGES.map((_, at) => (parts[0]?.[at] ?? 0) + (parts[1]?.[at] ?? 0)),
      cases,
      AGES,
      { file: FILE },
      `${site} ${year}: sexes do not sum to All`,
    );
  }
  const rows = [...found.values()]
    .filter(({ sex }) => sex !== "all")
    .map(({ site, codes, sex, year, cases }) => [site, codes, sex, year, ...cases]);
  const sites = new Set(rows.map(([site]) => site));
  check(sites.size === 52, { file: FILE }, `${sites.size} sites, not 52`);
  return {
    name: "cancer/incidence",
    title: "Cancer incidence, 1997 to 2021",
    description:
      "New cancers registered in Scotland by site, sex, year and five-year age group: all 52 sites of the publication.",
    columns: [
      { name: "site", type: "string", description: "Site, as the publisher names it." },
      { name: "icd10", type: "string", description: "Codes of ICD-10 that the site takes in." },
      sexColumn,
      { name: "year", type: "integer", description: "Year of incidence.", minimum: 1997 },
      ...AGES.map((age) => ({ name: age, type: "integer", description: `New cancers at the ages ${age}.` }) as const),
    ],
    key: ["site", "sex", "year"],
    rows,
    publisher: PHS,
    edition: "Cancer incidence in Scotland to 2021",
    class: "observed",
    sources: [openData("Annual Cancer Incidence", "annual-cancer-incidence")],
    rawFiles: [FILE],
    changes: "Counts only; both sexes and all ages left out after they were checked to be the sums; rates left out.",
    caveats: [
      "Sites overlap: All cancer types holds most others, Colorectal cancer holds Colon. Never add sites.",
      "All cancer types leaves out non-melanoma skin cancer (C44).",
      "A site that one sex does not have has no rows for it: it does not apply, and is not a zero.",
      "2020 is low because fewer cancers were found in the pandemic, not because fewer arose.",
    ],
  };
}
