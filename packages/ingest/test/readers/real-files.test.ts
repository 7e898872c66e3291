import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPublished } from "../../src/published/read-published.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "..", "..", "shared", "data");

/**
 * Real files, the reader that must be found for each, its rows, and what must be said of it.
 *
 * Rows are those of the file without its header, as Python's csv module counts them. Of a portal's answer they are its records
 * and its columns, or its data sets and their resources; of boundaries the areas, as Python's json module gives them.
 */
const files: readonly (readonly [string, string, number, readonly string[]])[] = [
  ["indicators/statsgovscot_drug_discharges.csv", "statistics-gov-scot", 2068, []],
  ["indicators/statsgovscot_life_expectancy_council.csv.gz", "statistics-gov-scot", 4434, ["note count-is-no-count"]],
  ["indicators/statsgovscot_scottish_health_survey.csv.gz", "statistics-gov-scot", 19_170, []],
  [
    "burden/edinburgh_deaths_dz01_statsgovscot.csv.gz",
    "statistics-gov-scot-city-deaths",
    43_893,
    ["warning no-line-end"],
  ],
  ["ckan/scotgov_statsgov_catalogue.csv.gz", "statistics-gov-scot-catalogue", 304, []],
  [
    "indicators/scotpho_profiles_council_2023.csv.gz",
    "scotpho-profiles",
    7258,
    ["warning rotated-labels", "note numerator-is-a-mean"],
  ],
  ["indicators/scotpho_hb_alcohol_admissions.csv", "scotpho-profiles-with-comparator", 28, []],
  ["indicators/scotpho_techdoc.csv.gz", "scotpho-technical-document", 233, []],
  ["geo/scotpho_geo_lookup.csv", "scotpho-areas", 1514, ["note code-of-its-own"]],
  [
    "indicators/lgbf_indicators.csv.gz",
    "improvement-service-benchmarks",
    3232,
    ["note ratio-of-other-digits", "note ratio-of-other-digits"],
  ],
  ["indicators/nomis_aps_employment.csv", "nomis", 344, ["note periods-overlap"]],
  ["indicators/nomis_api_sample.tsv.gz", "nomis", 71_162, ["warning no-period"]],
  ["geo/dz11_full_lookup_derived.csv.gz", "look-up-data-zone-areas", 6976, ["note no-locality"]],
  ["geo/highland_ab_dz_iz_cp_lookup.csv", "look-up-community-partnerships", 437, []],
  ["geo/datazone2011_urban_rural_2020.csv.gz", "look-up-urban-rural-2020", 6976, []],
  ["geo/lookup_dz01_dz11.csv.gz", "look-up-data-zones-2001-2011", 10_437, ["warning pairs-without-weights"]],
  ["geo/hb_region.csv", "look-up-planning-regions", 14, ["warning edition-not-said"]],
  ["services/homelessness_council_rates.csv", "homelessness-rates", 32, ["warning no-period"]],
  ["boundaries/ca_boundary.geojson", "boundaries", 32, []],
  ["boundaries/hb_boundary.geojson", "boundaries", 14, []],
  ["boundaries/hscp_boundary.geojson", "boundaries", 31, []],
  ["boundaries/iz11_boundary.geojson.gz", "boundaries", 1279, []],
  ["boundaries/dz11_boundary_simplified60m.geojson.gz", "boundaries", 6976, []],
  ["boundaries/topo_lad_2013.json.gz", "boundaries", 32, []],
  ["ckan/ckan_get_data_test_1.json", "ckan-answer", 19 + 3, []],
  ["ckan/ckan_get_data_test_2.json", "ckan-answer", 19 + 3, []],
  ["ckan/ckan_get_data_test_3.json", "ckan-answer", 1 + 2, []],
  ["ckan/ckan_nrow_resource_test_dat.json", "ckan-answer", 1 + 1, []],
  ["ckan/ckan_pck_list_res.json.gz", "ckan-answer", 90 + 723, []],
  ["ckan/ckan_pck_list_res_filt.json", "ckan-answer", 1 + 4, []],
  ["ckan/ckan_pck_meta_res.json", "ckan-answer", 1 + 4, []],
  ["ckan/ckan_pck_res.json", "ckan-answer", 1 + 4, []],
  ["ckan/ckan_res_get_data.json", "ckan-answer", 10 + 3, []],
  ["ckan/ckan_res_meta.json", "ckan-answer", 1, []],
  ["ckan/ckan_res_meta_fail.json", "ckan-answer", 1, ["warning portal-error"]],
  ["ckan/ckan_test_res_fail.json", "ckan-answer", 1, ["warning portal-error"]],
  ["ckan/ckan_test_res_success.json", "ckan-answer", 0 + 21, ["warning not-all-records"]],
];
const missing = files.filter(([path]) => !existsSync(join(folder, path)));
if (missing.length > 0)
  process.stderr.write(`skipped: real files of several publishers: ${missing.length} of them not found in ${folder}\n`);

const known = new Map<string, ReturnType<typeof readPublished>>();
const read = (path: string) => {
  const file = known.get(path) ?? readPublished(join(folder, path), { name: path });
  known.set(path, file);
  return file;
};

describe.skipIf(missing.length > 0)("real files", () => {
  test.each(files)("%s is read by %s: %i rows, all used", async (path, reader, rows, said) => {
    const file = await read(path);
    expect(file.reader).toBe(reader);
    expect(file.rows).toEqual({ read: rows, used: rows, refused: 0 });
    expect(file.issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual(said);
  });

  test("labels of school leavers are rotated in each of the 28 councils that have the figures", async () => {
    const path = "indicators/scotpho_profiles_council_2023.csv.gz";
    const { issues } = await read(path);
    // 32 councils, of which 4 have NA; counted in Python from the file.
    expect(issues[0]!.message).toMatch(/^in 28 areas /);
  });

  test("2,895 of the pairs of data zones are the same zone under two codes", async () => {
    const { issues } = await read("geo/lookup_dz01_dz11.csv.gz");
    // Counted in Python: pairs of which either code stands in the file once.
    expect(issues[0]!.message).toContain("only in 2,895 pairs");
  });

  test("life expectancy at birth in Scotland in 2007-2009 was 80.02 years for women, as the file prints it", async () => {
    const file = await read("indicators/statsgovscot_life_expectancy_council.csv.gz");
    const rows = [...file.table("Scotland; Count, Years: by area, period, sex and age")];
    const women = rows.filter(
      (row) => String(row["sex"]) === "female" && (row["period"] as { label: string }).label === "2007-2009",
    );
    expect(women.map((row) => [row["lower"], row["value"], row["upper"]])).toEqual([[79.93, 80.02, 80.11]]);
  });
});
