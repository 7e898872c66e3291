import { movingMeans } from "@popneeds/stats";
import { inFull, type PublishedFile, sheetOf } from "./published-file.ts";

const path = "burden/nrs-drug-related-deaths-scotland-2024.xlsx";
const years = 5;

/** Drug misuse deaths of persons from 1996, of women and men from 2000, and the means of five years, in their middle year. */
export const drugDeaths: PublishedFile = {
  path,
  title: "Drug-related deaths in Scotland, 2024: five-year means",
  publisher: "National Records of Scotland",
  async compare(folder) {
    const means = inFull("five-year means of drug misuse deaths (`movingMeans`)", 1e-13);
    const limits = inFull('their limits, `limits: "one year", deviate: 1.96` (`movingMeans`)', 1e-13);
    const all = deathsIn(folder);
    for (const sex of new Set(all.map(({ sex }) => sex))) {
      const rows = all.filter((row) => row.sex === sex);
      const found = movingMeans(
        rows.map(({ deaths }) => deaths),
        { years, limits: "one year", deviate: 1.96 },
      );
      for (const [k, row] of rows.slice((years - 1) / 2, rows.length - (years - 1) / 2).entries()) {
        const key = `${sex}, ${row.year}`;
        means.put(key, found.value[k]!, row.mean);
        limits.put(`${key}, lower`, found.lower[k]!, row.lower);
        limits.put(`${key}, upper`, found.upper[k]!, row.upper);
      }
    }
    return [means.done(), limits.done()];
  },
};

function deathsIn(folder: string) {
  return sheetOf(folder, path, "Table_1")
    .filter(([year]) => typeof year === "number")
    .map(([year, sex, deaths, , mean, lower, upper]) => ({
      year: Number(year),
      sex: String(sex),
      deaths: Number(deaths),
      mean: Number(mean),
      lower: Number(lower),
      upper: Number(upper),
    }))
    .sort((a, b) => a.year - b.year);
}
