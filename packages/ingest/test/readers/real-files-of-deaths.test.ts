import { expect, test } from "vitest";
import { describeRealFiles, doubtsOf, type RealRow, readRealFile, realRows } from "./real-file.ts";

const rates = "burden/nrs_age-standard-death-rates-22-tab1.xlsx";
describeRealFiles([rates], () => {
  test("rates lie between their limits, and are as printed", async () => {
    const file = await readRealFile(rates);
    expect([file.reader, doubtsOf(file)]).toEqual(["nrs-death-rates-by-cause", []]);
    // Printed in row 10 of Table 1: 1559.6, 1547.4, 1571.8.
    const [first] = realRows(file, "by period");
    expect([first!.period, first!.value, first!.lower, first!.upper]).toEqual(["1994", 1559.6, 1547.4, 1571.8]);
    const all = file.tables.flatMap(({ name }) => realRows(file, name));
    // 29 years, 13 causes, 4 blocks.
    expect(all.length).toBe(29 * 13 * 4);
    expect(all.filter(({ value, lower, upper }) => value !== null && !(lower! <= value! && value! <= upper!))).toEqual(
      [],
    );
  });
});

const deaths = ["males", "females"].map(
  (sex) => `burden/scotland_deaths_by_cause_age_${sex}_2000-02_2012-14_2015-17.xlsx`,
);
describeRealFiles(deaths, () => {
  test.each(deaths)("%s: causes add up to all causes in every age and period", async (name) => {
    const file = await readRealFile(name);
    expect(doubtsOf(file)).toEqual([]);
    const causes = sums(realRows(file, "by cause"), "deaths");
    const all = sums(realRows(file, "all causes"), "deaths");
    expect(all.size).toBe(3 * 20);
    expect([...causes]).toEqual([...all]);
  });
});

/** Sums by period and age. */
function sums(rows: readonly RealRow[], measure: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.period} ${row.age}`;
    found.set(key, (found.get(key) ?? 0) + (row[measure] as number));
  }
  return found;
}

const drugs = "burden/nrs-drug-related-deaths-scotland-2024.xlsx";
describeRealFiles([drugs], () => {
  test("limits bracket their rates in every table; what does not add up is published so", async () => {
    const file = await readRealFile(drugs);
    expect(file.rows).toEqual({ read: 2102, used: 2102, refused: 0 });
    const limited = file.tables.filter(({ table }) => "lower" in table.measures);
    const rows = limited.flatMap(({ name }) => realRows(file, name));
    expect(rows.filter(({ value }) => value !== null).length).toBeGreaterThan(1000);
    expect(
      rows.filter(
        ({ value, lower, upper }) => value !== null && lower !== null && !(lower! <= value! && value! <= upper!),
      ),
    ).toEqual([]);
    // Row 85 and the two above: 1,017 persons, 318 females, 699 males.
    const year = (name: string) =>
      realRows(file, name)
        .filter(({ period }) => period === "2024")
        .map(({ deaths }) => deaths);
    expect([year("Table 1, deaths: by period"), year("Table 1, deaths: by period and sex")]).toEqual([
      [1017],
      [318, 699],
    ]);
    expect(doubtsOf(file).map((text) => text.split(":")[0])).toEqual(["titles-contradict", "totals-do-not-sum"]);
    // By hand from Table HB4: Scotland 1,682 in 2000 to 2004, the boards 1,535.
    const boards = realRows(file, "Table HB4, runs of five years: by areaName and period").filter(
      ({ period }) => period === "2000-2004",
    );
    expect(boards.reduce((sum, row) => sum + (row.deaths as number), 0)).toBe(1535);
  });
});

const workshop = ["burden/scotland_deaths_2012_esp.csv", "burden/england_deaths_esp.csv"];
describeRealFiles(workshop, () => {
  test("totals are those that their publisher names", async () => {
    const scotland = await readRealFile(workshop[0]!);
    const england = await readRealFile(workshop[1]!);
    const total = (rows: readonly RealRow[], measure: string) =>
      rows.reduce((sum, row) => sum + (row[measure] as number), 0);
    const [both, all] = [realRows(scotland, "both sexes"), realRows(england, "by age")];
    // MANIFEST: 54,937 deaths and 5,313,600 people. ONS template, sheet 90+, row 29: 499,331 and 56,567,796.
    expect([total(both, "deaths"), total(both, "people")]).toEqual([54_937, 5_313_600]);
    expect([total(all, "deaths"), total(all, "people")]).toEqual([499_331, 56_567_796]);
    expect([...doubtsOf(scotland), ...doubtsOf(england)]).toEqual([]);
  });
});

const decomposition = "burden/le_decomposition_results_scotland.xlsx";
describeRealFiles([decomposition], () => {
  test("the sheet in rows and the sheet of blocks hold the same figures", async () => {
    const file = await readRealFile(decomposition);
    const by = "by change, sex, age and cause";
    const [tidy, blocks] = [`by age: ${by}`, `sheet data 2000-02 to 2015-17 (12-14): ${by}`].map((name) =>
      realRows(file, name)
        .map((row) => JSON.stringify(row))
        .sort(),
    );
    expect(tidy!.length).toBe(2 * 2 * 20 * 26);
    expect(blocks).toEqual(tidy);
    expect(doubtsOf(file)).toEqual([
      "ages-overlap: the combined ages 75-89 and 85+ overlap: one of the labels is wrong; the ages are kept as text",
    ]);
  });
});
