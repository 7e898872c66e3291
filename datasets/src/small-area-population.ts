import { check, checkEqual } from "./build-error.ts";
import { codeColumn, SEXES, SINGLE_AGES, sexColumn, singleAgeColumns } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import { checkZones, type Hierarchy } from "./hierarchy.ts";
import { NRS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, text } from "./raw-row.ts";

const FILE = "population/sape2021_dz11_sex_syoa.csv.gz";
const PERSONS = "population/sape-2021-persons.xlsx";

/** People by data zone, sex and single year of age in mid-2021. */
export function smallAreaPopulationTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const people = new Map<string, number[]>();
  for (const row of raw.rows(FILE)) {
    const zone = text(row, "Data zone code");
    const sex = text(row, "Sex").toLowerCase();
    check(SEXES.includes(sex), row, `sex "${sex}" is neither Female nor Male`);
    const ages = SINGLE_AGES.map((age) => count(row, age));
    const sum = ages.reduce((a, b) => a + b, 0);
    check(sum === count(row, "Total population"), row, () => `ages sum to ${sum}, not to the total`);
    check(
      text(row, "Council area code") === hierarchy.zones.get(zone)?.council,
      row,
      () =>
        `${zone} lies in ${text(row, "Council area code")} here, in ${hierarchy.zones.get(zone)?.council} in the look-up`,
    );
    check(!people.has(`${zone} ${sex}`), row, `${zone} ${sex} comes twice`);
    people.set(`${zone} ${sex}`, ages);
  }
  const zones = new Set([...people.keys()].map((key) => key.split(" ")[0]!));
  checkZones(hierarchy, zones, FILE);
  check(people.size === 2 * zones.size, { file: FILE }, "a data zone lacks a sex");
  checkPersons(raw, people);
  return {
    name: "population/small-area-2021",
    title: "Small area population estimates, mid-2021",
    description: "People by data zone, sex and single year of age at 30 June 2021.",
    columns: [codeColumn("data_zone", "Data zone of 2011."), sexColumn, ...singleAgeColumns],
    key: ["data_zone", "sex"],
    rows: [...people].map(([key, ages]) => [...key.split(" "), ...ages]),
    publisher: NRS,
    edition: "mid-2021 small area, before rebasing to Census 2022",
    class: "published",
    sources: [{ title: "Small area population estimates, mid-2021 (2011 data zones)", organisation: NRS }],
    rawFiles: [FILE, PERSONS],
    changes:
      "Names and totals left out; females and males checked to sum to the publisher's table of persons in every zone and age.",
    caveats: [
      "Not rebased to Census 2022: Scotland is 5,479,900 here and 5,412,900 in population/estimates-country.",
      "Nobody lives in S01010206, S01010226 and S01010227.",
      "Estimates: a single year of age in one data zone holds a handful of people and means little until it is summed.",
    ],
  };
}

function checkPersons(raw: RawFiles, people: ReadonlyMap<string, readonly number[]>): void {
  const sheet = raw.sheet(PERSONS, "Population_persons_2021");
  let zones = 0;
  for (const [index, row] of sheet.entries()) {
    const code = row[0];
    if (typeof code !== "string" || !/^S01\d{6}$/.test(code)) continue;
    zones += 1;
    const [female, male] = SEXES.map((sex) => people.get(`${code} ${sex}`));
    const place = { file: PERSONS, line: index + 1 };
    check(female !== undefined && male !== undefined, place, `${code} is not in ${FILE}`);
    const published = row.slice(5, 5 + SINGLE_AGES.length).map(Number);
    checkEqual(
      female.map((value, at) => value + male[at]!),
      published,
      SINGLE_AGES,
      place,
      `female and male of ${code} do not sum to persons`,
    );
  }
  check(zones * 2 === people.size, { file: PERSONS }, `holds ${zones} data zones, not ${people.size / 2}`);
}
