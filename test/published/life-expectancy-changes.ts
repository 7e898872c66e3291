import { type LifeTable, lifeExpectancyChange } from "@popneeds/stats";
import { type Apart, type Comparison, type PublishedFile, sheetOf } from "./published-file.ts";

const path = "burden/le_decomposition_results_scotland.xlsx";
const inputs = (sex: string) => `burden/scotland_deaths_by_cause_age_${sex}_2000-02_2012-14_2015-17.xlsx`;
const bands = [0, 1, ...Array.from({ length: 18 }, (_, k) => 5 + 5 * k)];
/** Weeks in a year, as there. */
const weeks = 52.2;
/** Half a unit of the ninth decimal, to which the workbook is printed. */
const half = 5.1e-10;

/** What each age and each cause contributed to the change of life expectancy in two periods. */
export const lifeExpectancyChanges: PublishedFile = {
  path,
  title: "Life expectancy by age and cause, changes from 2000-02 to 2012-14 and to 2015-17",
  publisher: "Glasgow and ScotPHO authors",
  async compare(folder) {
    const ages = counted("weeks a year that go with each age (Arriaga, forwards)");
    const causes = counted("weeks a year that go with each cause at each age");
    const [header, ...rows] = sheetOf(folder, path, "data_tidied");
    const total = header!.indexOf("Total");
    for (const sex of ["males", "females"])
      for (const [period, before, after, years] of [
        [1, "year1", "year2", 12],
        [2, "year2", "year3", 3],
      ] as const) {
        const [first, second] = [tableOf(folder, sex, before), tableOf(folder, sex, after)];
        const change = lifeExpectancyChange(first.table, second.table, {
          method: "arriaga",
          causes: { first: first.causes, second: second.causes },
        });
        const isThere = (name: unknown) => sex === "males" || name !== "Prostate cancer";
        const columns = header!.flatMap((name, at) => (at > 2 && at < total && isThere(name) ? [at] : []));
        const printed = rows.filter((row) => row[0] === period && row[2] === sex).slice(0, bands.length);
        for (const [x, row] of printed.entries()) {
          const where = `${sex}, from ${before} to ${after}, from ${bands[x]}`;
          ages.put(where, (change.byAge[x]! * weeks) / years, row[total] as number);
          for (const [c, at] of columns.entries())
            causes.put(`${where}, ${header![at]}`, (change.byCause[c]![x]! * weeks) / years, row[at] as number);
        }
      }
    return [ages.done(), causes.done()];
  },
};

/** Counts figures printed to nine decimals. */
function counted(what: string) {
  const apart: Apart[] = [];
  let figures = 0;
  return {
    put(key: string, found: number, printed: number): void {
      figures++;
      if (!(Math.abs(found - printed) <= half)) apart.push({ among: what, key });
    },
    done: (): Comparison => ({ what, figures, within: "nine decimals", apart }),
  };
}

/**
 * The life table of a sheet by the conventions of the workbook, and death rates by cause: the rate of infants is taken for
 * their chance of dying, while those who die live a tenth of the year; q = nm ÷ (1 + nm ÷ 2) at other ages.
 */
function tableOf(folder: string, sex: string, sheet: string) {
  const [header, ...rows] = sheetOf(folder, inputs(sex), sheet);
  const column = (name: string) => rows.map((row) => row[header!.indexOf(name)] as number);
  const people = column("population");
  const rate = column("deaths").map((deaths, x) => deaths / people[x]!);
  const last = bands.length - 1;
  const width = (x: number) => bands[x + 1]! - bands[x]!;
  const probability = rate.map((m, x) => (x === last ? 1 : x === 0 ? m : (width(x) * m) / (1 + (width(x) * m) / 2)));
  const survivors = [100_000];
  for (let x = 0; x < last; x++) survivors.push(survivors[x]! * (1 - probability[x]!));
  const yearsOfDying = rate.map((m, x) => (x === last ? 1 / m : (x === 0 ? 0.1 : 0.5) * width(x)));
  const years = survivors.map((l, x) =>
    x === last ? l / rate[x]! : l * (width(x) * (1 - probability[x]!) + yearsOfDying[x]! * probability[x]!),
  );
  const yearsAbove = years.map((_, x) => years.slice(x).reduce((sum, value) => sum + value, 0));
  const expectancy = yearsAbove.map((above, x) => above / survivors[x]!);
  const columns = { age: bands, rate, yearsOfDying, probability, survivors, years, yearsAbove, expectancy };
  const table = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]));
  const from = header!.indexOf("period") + 1;
  const causes = header!.slice(from).map((_, c) => rows.map((row, x) => (row[from + c] as number) / people[x]!));
  return { table: table as unknown as LifeTable, causes };
}
