import { join } from "node:path";
import { loadPlaces } from "@popneeds/geography";
import { openData, phsPopulation, readPublished } from "@popneeds/ingest";
import { type Quality, qualityOf, totalsAcross } from "@popneeds/quality";
import { expect, it } from "vitest";
import { describePublished, folder } from "./describe-published.ts";

const datasets = join(import.meta.dirname, "..", "..", "datasets");
const read = (path: string) => readPublished(join(folder, "data", path));
const sum = (quality: Quality, of: "compared" | "agree" | "withinRounding" | "apart") =>
  quality.totals.reduce((total, check) => total + check[of], 0);

/** Files of Public Health Scotland's populations: areas without the country, and years. */
const populations = [
  ["population/phs_ca_pop_est_1981_2023.csv.gz", 32, 43],
  ["population/phs_hscp_pop_est_1981_2023.csv.gz", 31, 43],
  ["population/phs_hb_pop_est_1981_2023.csv.gz", 14, 43],
  ["population/phs_ca_pop_proj_2018_2043.csv.gz", 32, 26],
  ["population/phs_hscp_pop_proj_2018_2043.csv.gz", 31, 26],
  ["population/phs_hb_pop_proj_2018_2043.csv.gz", 14, 26],
] as const;

describePublished(
  "population as Public Health Scotland publishes it",
  populations.map(([path]) => path),
  () => {
    it.each(populations)(
      "in %s every total is the sum of its parts: areas, sexes and ages",
      async (path, areas, years) => {
        const quality = qualityOf(await read(path));
        // Of 91 ages: areas to the country for two sexes and both; sexes to both for each area and the country. Of all ages: the 91 to all
        // for three sexes in each area and the country; areas to the country for three sexes; sexes to both for each area and the country.
        const expected =
          years * 91 * 3 + years * 91 * (areas + 1) + years * (areas + 1) * 3 + years * 3 + years * (areas + 1);
        expect(sum(quality, "compared")).toBe(expected);
        expect(sum(quality, "agree")).toBe(expected);
        expect(quality.rows.refused).toBe(0);
        expect(quality.coverage[0]!.gaps.times).toBe(0);
        expect(quality.codes[0]!.mixed).toEqual([]);
      },
    );

    it("councils sum to boards, for every year, sex and age", async () => {
      const places = await loadPlaces(await openData(datasets));
      const [councils, boards] = await Promise.all(
        [populations[0][0], populations[2][0]].map(async (path) => (await read(path)).as(phsPopulation)),
      );
      const checks = totalsAcross(councils!, boards!, places);
      expect(checks.map(({ what, compared, agree }) => [what, compared, agree])).toEqual([
        ["people: councils to boards, by period, sex and age", 14 * 43 * 2 * 91, 14 * 43 * 2 * 91],
      ]);
    });
  },
);

const weekly = "services/phs_admissions_hb_agesex_weekly.csv.gz";
const homeCare = "services/data_homecare_locality.csv.gz";
const delays = "services/phs_delayed_discharge_beddays_hb.csv.gz";

describePublished("services as they are published", [weekly, homeCare, delays], () => {
  it("home care by locality is rounded to 5, and no total is further from its parts than that makes it", async () => {
    const quality = qualityOf(await read(homeCare));
    expect(quality.rounding.map(({ measure, step }) => [measure, step])).toEqual([
      ["people", 5],
      ["hours", 5],
    ]);
    expect(sum(quality, "withinRounding")).toBeGreaterThan(1000);
    expect(sum(quality, "apart")).toBe(0);
  });

  it("delayed bed days add up over boards, ages and reasons", async () => {
    const quality = qualityOf(await read(delays));
    expect(sum(quality, "compared")).toBeGreaterThan(10_000);
    expect(sum(quality, "agree")).toBe(sum(quality, "compared"));
  });

  it("weekly admissions of females and males are never all admissions of Scotland: some people have no known sex", async () => {
    const quality = qualityOf(await read(weekly));
    const sexes = quality.totals.filter(({ over, what }) => over === "sex" && / area and age/.test(what));
    expect(sexes.map(({ agree }) => agree)).toEqual(sexes.map(() => 0));
    expect(sexes.length).toBeGreaterThan(0);
    for (const { largest } of sexes) expect(largest!.difference).toBeLessThan(0);
  });
});
