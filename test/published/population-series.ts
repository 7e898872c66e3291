import { inFull, type PublishedFile, rowsOf } from "./published-file.ts";

/** A series of people by single year of age, a row to the area, sex and year. */
function series(path: string, title: string): PublishedFile {
  return {
    path: `population/${path}`,
    title,
    publisher: "Public Health Scotland",
    async compare(folder) {
      const sums = inFull("people of all ages: the sum of 91 single years", 0);
      for (const [i, row] of (await rowsOf(folder, `population/${path}`)).entries()) {
        let people = 0;
        for (let age = 0; age < 91; age++) people += Number(row[age === 90 ? "Age90plus" : `Age${age}`]);
        sums.put(`row ${i + 1}`, people, Number(row["AllAges"]));
      }
      return [sums.done()];
    },
  };
}

/** Estimates and projections of the people of councils, boards and partnerships. */
export const populationSeries: readonly PublishedFile[] = [
  series("phs_ca_pop_est_1981_2023.csv.gz", "Population estimates of councils, 1981 to 2023"),
  series("phs_hb_pop_est_1981_2023.csv.gz", "Population estimates of health boards, 1981 to 2023"),
  series("phs_hscp_pop_est_1981_2023.csv.gz", "Population estimates of partnerships, 1981 to 2023"),
  series("phs_ca_pop_proj_2018_2043.csv.gz", "Population projections of councils, 2018 to 2043"),
  series("phs_hb_pop_proj_2018_2043.csv.gz", "Population projections of health boards, 2018 to 2043"),
  series("phs_hscp_pop_proj_2018_2043.csv.gz", "Population projections of partnerships, 2018 to 2043"),
];
