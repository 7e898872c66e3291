import { inFull, type PublishedFile, sheetOf } from "./published-file.ts";

const path = (sex: string) => `burden/scotland_deaths_by_cause_age_${sex}_2000-02_2012-14_2015-17.xlsx`;

/** Deaths of one sex by cause and age in three periods. */
function deathsOf(sex: "males" | "females"): PublishedFile {
  return {
    path: path(sex),
    title: `Deaths of ${sex} by cause and age in Scotland, 2000-02, 2012-14 and 2015-17`,
    publisher: "National Records of Scotland",
    async compare(folder) {
      const sums = inFull("deaths of all causes in each age group and period: the sum of the causes", 0);
      for (const sheet of ["year1", "year2", "year3"]) {
        const [header, ...rows] = sheetOf(folder, path(sex), sheet);
        const firstCause = header!.indexOf("period") + 1;
        for (const row of rows) {
          const causes = row.slice(firstCause) as readonly number[];
          const sum = causes.reduce((total, deaths) => total + deaths, 0);
          sums.put(`${row[firstCause - 1]}, age group ${row[1]}`, sum, row[header!.indexOf("deaths")] as number);
        }
      }
      return [sums.done()];
    },
  };
}

/** Deaths by cause, a file for each sex. */
export const deathsByCause: readonly PublishedFile[] = [deathsOf("males"), deathsOf("females")];
