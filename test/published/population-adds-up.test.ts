import { expect, it } from "vitest";
import { describePublished, folder } from "./describe-published.ts";
import { type PublishedRow, rowsOf } from "./published-file.ts";

// Facts of the published files themselves, which every reading of them rests on.

const series = [
  { path: "population/phs_ca_pop_est_1981_2023.csv.gz", area: "CA", areas: 32, years: 43 },
  { path: "population/phs_hscp_pop_est_1981_2023.csv.gz", area: "HSCP", areas: 31, years: 43 },
  { path: "population/phs_hb_pop_est_1981_2023.csv.gz", area: "HB", areas: 14, years: 43 },
  { path: "population/phs_ca_pop_proj_2018_2043.csv.gz", area: "CA", areas: 32, years: 26 },
  { path: "population/phs_hscp_pop_proj_2018_2043.csv.gz", area: "HSCP", areas: 31, years: 26 },
  { path: "population/phs_hb_pop_proj_2018_2043.csv.gz", area: "HB", areas: 14, years: 26 },
] as const;

const ages = [...Array.from({ length: 90 }, (_, age) => `Age${age}`), "Age90plus"];
const peopleOf = (row: PublishedRow) => [row["AllAges"], ...ages.map((age) => row[age])].map(Number);
const added = (rows: readonly (readonly number[])[]) => rows.reduce((a, b) => a.map((own, i) => own + b[i]!));

/** People of all ages and of each, of the country, by year and sex. */
const countryOf = new Map<string, readonly number[]>();

describePublished(
  "people of areas",
  series.map(({ path }) => path),
  () => {
    it.each(series)("add up, in $path, by age to the row, by sex to all, by area to the country", async (file) => {
      const rows = await rowsOf(folder, file.path);
      // 31 partnerships, 32 councils, 14 boards and the country, in three rows a year: all, women and men.
      expect(rows).toHaveLength((file.areas + 1) * 3 * file.years);
      const byYear = new Map<string, Map<string, readonly number[]>>();
      const astray: number[] = [];
      for (const [i, row] of rows.entries()) {
        const people = peopleOf(row);
        if (people.slice(1).reduce((a, b) => a + b, 0) !== people[0]) astray.push(i + 1);
        const year = byYear.get(row["Year"]!) ?? new Map<string, readonly number[]>();
        byYear.set(row["Year"]!, year.set(`${row[file.area]} ${row["Sex"]}`, people));
      }
      expect(astray).toEqual([]);
      expect(byYear.size).toBe(file.years);
      for (const [year, people] of byYear) {
        const areas = [...new Set([...people.keys()].map((key) => key.split(" ")[0]!))];
        expect(areas).toHaveLength(file.areas + 1);
        for (const area of areas)
          expect(added([people.get(`${area} Female`)!, people.get(`${area} Male`)!]), `${area} ${year}`).toEqual(
            people.get(`${area} All`),
          );
        for (const sex of ["All", "Female", "Male"]) {
          const country = people.get(`S92000003 ${sex}`)!;
          const parts = areas.filter((area) => area !== "S92000003").map((area) => people.get(`${area} ${sex}`)!);
          expect(added(parts), `${year} ${sex}`).toEqual(country);
          // The same country stands in the files of councils, partnerships and boards.
          const key = `${file.path.includes("_est_") ? "estimate" : "projection"} ${year} ${sex}`;
          expect(country, key).toEqual(countryOf.get(key) ?? country);
          countryOf.set(key, country);
        }
      }
    });
  },
);

describePublished("the projection of 2022", ["population/phs_scotland_pop_proj_2022_2047.csv"], () => {
  it("adds up by age and by sex", async () => {
    const rows = await rowsOf(folder, "population/phs_scotland_pop_proj_2022_2047.csv");
    expect(rows).toHaveLength(78);
    const people = new Map(rows.map((row) => [`${row["Year"]} ${row["Sex"]}`, peopleOf(row)]));
    for (const [key, [all, ...single]] of people)
      expect(
        single.reduce((a, b) => a + b, 0),
        key,
      ).toBe(all);
    for (let year = 2022; year <= 2047; year++)
      expect(added([people.get(`${year} Female`)!, people.get(`${year} Male`)!])).toEqual(people.get(`${year} All`));
  });
});

describePublished("the small areas of 2021", ["population/sape2021_dz11_sex_syoa.csv.gz"], () => {
  it("add up by age, and women and men of 6,976 data zones give 5,479,900 people", async () => {
    const rows = await rowsOf(folder, "population/sape2021_dz11_sex_syoa.csv.gz");
    expect(rows).toHaveLength(2 * 6_976);
    const total = { Female: 0, Male: 0 };
    const single = Object.keys(rows[0]!).filter((name) => /^\d/.test(name) || /90/.test(name));
    expect(single).toHaveLength(91);
    const astray: string[] = [];
    for (const row of rows) {
      const people = Number(row["Total population"]);
      if (single.reduce((sum, age) => sum + Number(row[age]), 0) !== people) astray.push(row["Data zone code"]!);
      total[row["Sex"] as "Female" | "Male"] += people;
    }
    expect(astray).toEqual([]);
    expect(total.Female + total.Male).toBe(5_479_900);
  });
});
