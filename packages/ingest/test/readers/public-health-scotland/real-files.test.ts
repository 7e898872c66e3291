import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "@popneeds/core";
import { describe, expect, test } from "vitest";
import type { PublishedFile } from "../../../src/published/published-file.ts";
import { readPublished } from "../../../src/published/read-published.ts";
import { missingBy, qualifierInWords } from "../../../src/qualifiers.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "..", "..", "..", "shared", "data");

/** Name, reader, rows, and faults that are in the published file. Rows are lines of the file without the header. */
const files = [
  ["services/phs_delayed_discharge_beddays_hb.csv.gz", "phs-delayed-discharge", 18_675, []],
  ["services/delayed_discharge_council.csv.gz", "phs-delayed-discharge-council", 56_100, []],
  ["services/phs_admissions_hb_agesex_weekly.csv.gz", "phs-weekly-admissions", 43_516, []],
  ["services/phs_beds_hb_specialty.csv.gz", "phs-beds", 30_284, []],
  ["services/phs_inpatient_daycase_simd.csv.gz", "phs-inpatients-and-day-cases", 40_632, []],
  // Two rows of the Queen Elizabeth University Hospital in May 2015, with different figures.
  ["services/phs_monthly_ae_activity.csv.gz", "phs-emergency-departments", 16_520, ["duplicate-key"]],
  ["services/phs_covid_ethnicity_suppressed.csv", "phs-covid-admissions-by-ethnicity", 266, []],
  ["services/phs_daily_hb_qf_colon.csv.gz", "phs-covid-daily-boards", 4920, []],
  ["services/phs_cwt_62_day.csv.gz", "phs-cancer-waiting-times", 17_362, []],
  ["services/phs_waiting_times_completed.csv.gz", "phs-completed-waits", 35_595, []],
  ["services/gp_list_size_council.csv", "phs-practice-lists-council", 32, []],
  ["deprivation/phs_simd2020v2_22062020.csv.gz", "phs-deprivation-index", 6976, []],
  ["geo/phs_dz2011_codes_and_labels.csv.gz", "phs-data-zone-codes", 6976, []],
  // Three councils have codes of others: South Ayrshire, South Lanarkshire, Renfrewshire.
  [
    "geo/phs_datazone_to_locality_lookup.csv.gz",
    "phs-locality-codes",
    5219,
    ["area-of-another-kind", "area-in-two-places", "area-in-two-places"],
  ],
  ["geo/phs_council_area_codes.csv", "phs-council-codes", 44, []],
  ["geo/phs_health_board_codes.csv", "phs-health-board-codes", 18, []],
  ["geo/phs_hospital_locations.csv", "phs-hospital-locations", 277, []],
  ["geo/phsmethods_area_lookup.csv.gz", "phs-area-names", 17_278, []],
  ["population/population_hb_1981_2021.csv", "phs-board-population", 574, []],
  ["ckan/phs_statistical_qualifiers.csv", "phs-statistical-qualifiers", 18, []],
  ["ckan/od_bods_Public_Health_Scotland_ckan_catalogue.csv.gz", "open-data-catalogue", 1142, []],
  ["services/data_care_home_age_sex.csv.gz", "phs-care-home-age-sex", 7875, ["share-above-all"]],
  [
    "services/data_care_home_emergency_admissions.csv.gz",
    "phs-care-home-emergencies",
    6696,
    ["multiple-of-a-year", "multiple-of-a-year"],
  ],
  ["services/data_homecare_deprivation.csv.gz", "phs-home-care-deprivation", 17_598, []],
  ["services/data_people_supported_age_sex.csv.gz", "phs-people-supported", 5460, []],
  ["services/data_sds_trend.csv.gz", "phs-self-directed-support", 1056, []],
  ["services/data_care_home_trend.csv.gz", "phs-care-home-trend", 17_430, []],
  ["services/phs_care_at_home_census.csv.gz", "phs-care-at-home", 27_126, []],
  [
    "services/data_homecare_hscp.csv.gz",
    "phs-home-care",
    12_442,
    ["whole-differs", "figure-without-row", "figure-without-row"],
  ],
  ["services/data_homecare_locality.csv.gz", "phs-home-care-localities", 33_680, []],
  // Thirteen sheets of sixteen boards and Scotland. Two columns of 2010/11 are those of 2009/10.
  ["services/isd_costbook_CAMHSExpenditureDetailed.xlsx", "phs-cost-book", 221, ["repeats-a-year", "repeats-a-year"]],
] as const;

const missing = files.filter(([name]) => !existsSync(join(folder, name)));
if (missing.length > 0)
  process.stderr.write(`skipped: real files of Public Health Scotland: ${missing.length} not found in ${folder}\n`);

const once = new Map<string, Promise<PublishedFile>>();
/** Every file is opened and read once. */
const read = (name: string): Promise<PublishedFile> =>
  once.get(name) ?? once.set(name, readPublished(join(folder, name), { name })).get(name)!;
const total = (table: Table, measure: string): number =>
  Array.from(table.measures[measure]!.values).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);

describe.skipIf(missing.length > 0)("real files of Public Health Scotland", () => {
  test.each(files)("%s is read by %s, all %i rows, and its faults are seen", async (name, reader, rows, faults) => {
    const file = await read(name);
    const doubts = file.issues.filter(({ severity }) => severity !== "note");
    expect([file.reader, file.rows.read, doubts.map(({ code }) => code)]).toEqual([reader, rows, faults]);
    expect(file.rows.refused).toBe(doubts.filter(({ severity }) => severity === "error").length);
    expect(file.issues.length).toBeLessThan(20);
  });

  // The sums were counted with Python's csv and gzip, apart from popneeds: parts, and the publisher's own total.
  test.each([
    ["services/phs_delayed_discharge_beddays_hb.csv.gz", "bedDays", "by area, period, age and reason", 3_623_251],
    ["services/phs_delayed_discharge_beddays_hb.csv.gz", "bedDays", "by period, totals of area", 3_623_251],
    ["services/delayed_discharge_council.csv.gz", "bedDays", "by area, period, age and reason", 5_193_620],
    ["services/delayed_discharge_council.csv.gz", "bedDays", "by period, totals of area", 5_193_620],
    ["services/phs_cwt_62_day.csv.gz", "referrals", "by area, boardOfTreatment, period and cancerType", 159_306],
    ["services/phs_cwt_62_day.csv.gz", "referrals", "by boardOfTreatment and period, totals of area", 159_306],
    [
      "services/phs_beds_hb_specialty.csv.gz",
      "staffedBedDays",
      "by area, location, period, specialtyCode and specialty",
      26_778_497,
    ],
    ["services/phs_beds_hb_specialty.csv.gz", "staffedBedDays", "by area, location and period", 26_778_497],
    [
      "services/phs_inpatient_daycase_simd.csv.gz",
      "episodes",
      "by area, location, period, admissionType and quintile",
      7_127_734,
    ],
    ["services/phs_inpatient_daycase_simd.csv.gz", "episodes", "by period, admissionType and quintile", 7_457_671],
    ["services/data_homecare_locality.csv.gz", "people", "by areaName, localityName, period and age", 853_265],
  ] as const)("%s: %s %s are what Python counts", async (name, measure, table, sum) => {
    expect(total((await read(name)).table(table), measure)).toBe(sum);
  });

  // All tables together, summed with Python over the whole column: nothing is lost between parts, and nothing is there twice.
  test.each([
    ["services/data_care_home_trend.csv.gz", "people", 4_048_885],
    ["services/data_care_home_age_sex.csv.gz", "people", 1_530_325],
    ["services/data_homecare_hscp.csv.gz", "hours", 500_147_365],
    ["services/data_people_supported_age_sex.csv.gz", "people", 6_826_750],
    ["services/phs_care_at_home_census.csv.gz", "hours", 1_890_474_780],
    ["services/phs_waiting_times_completed.csv.gz", "waits", 60_789_827],
  ] as const)("%s: %s of all tables are what Python counts in the column", async (name, measure, sum) => {
    const { tables } = await read(name);
    expect(tables.reduce((all, { table }) => all + total(table, measure), 0)).toBe(sum);
  });

  test("attendances and waits of 12 hours are what Python counts, but for the row that is refused", async () => {
    const table = (await read("services/phs_monthly_ae_activity.csv.gz")).table("by area");
    // Python: 25,183,661 with the second row of May 2015, which has 137.
    expect([total(table, "attendances"), total(table, "episodesOver12Hours")]).toEqual([25_183_661 - 137, 121_184]);
  });

  test("every qualifier on the publisher's list is known, by its name or by the reason that it gives", async () => {
    const [list] = (await read("ckan/phs_statistical_qualifiers.csv")).tables;
    const marks = [...list!.table].map((row) => String(row["qualifier"]));
    expect(marks.map(qualifierInWords).filter((words) => words.includes("not on the publisher's list"))).toEqual([]);
    // By the publisher's definitions: a blank is confidential, incomplete, not applicable or not available.
    expect(marks.filter((mark) => missingBy(mark) !== null).sort()).toEqual([":", "c", "y", "z"]);
  });
});
