import { lifespanVariation, lifeTable } from "@popneeds/stats";
import { expect, it } from "vitest";
import { describePublished, folder } from "./describe-published.ts";
import { sheetOf } from "./published-file.ts";
import { singleYearLifeTables } from "./single-year-life-tables.ts";

const path = (sex: string) => `burden/scotland_deaths_by_cause_age_${sex}_2000-02_2012-14_2015-17.xlsx`;
const bands = [0, 1, ...Array.from({ length: 18 }, (_, k) => 5 + 5 * k)];

function tableOf(sex: string, sheet: string) {
  const [header, ...rows] = sheetOf(folder, path(sex), sheet);
  const column = (name: string) => rows.map((row) => row[header!.indexOf(name)] as number);
  return lifeTable(column("deaths"), column("population"), bands);
}

describePublished("life expectancy of the deaths by cause", [path("males"), path("females")], () => {
  it("is that of the three years 2015 to 2017, to the two decimals of the publisher", () => {
    // National Records of Scotland, life expectancy in Scotland 2015-2017: 77.02 years for males, 81.08 for females
    expect(tableOf("males", "year3").expectancy[0]!.toFixed(2)).toBe("77.02");
    expect(tableOf("females", "year3").expectancy[0]!.toFixed(2)).toBe("81.08");
  });

  it("rises from 2000-02 to 2012-14, and lives grow more alike", () => {
    for (const sex of ["males", "females"]) {
      const [before, after] = [tableOf(sex, "year1"), tableOf(sex, "year2")];
      expect(after.lower[0]![0]).toBeGreaterThan(before.upper[0]![0]!);
      const [wide, narrow] = [lifespanVariation(before), lifespanVariation(after)];
      expect(narrow.entropy.upper).toBeLessThan(wide.entropy.lower);
    }
  });
});

describePublished("single-year life tables", [singleYearLifeTables.path], () => {
  it("have their chances of dying and life expectancies at every age, of 39 years and both sexes", async () => {
    const [chances, expectancies] = await singleYearLifeTables.compare(folder);
    expect(chances).toMatchObject({ figures: 7_800, apart: [] });
    expect(expectancies).toMatchObject({ figures: 7_800, apart: [] });
  });
});
