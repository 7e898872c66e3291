import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { type LifeTable, lifeTable } from "@popneeds/stats";
import type { Apart, Comparison, PublishedFile } from "./published-file.ts";

const path = "burden/ons_singleyear_lifetables_scotland_1980-2018.xls";
const years = Array.from({ length: 39 }, (_, i) => String(1980 + i));

// Rates and chances are printed to six decimals: half a unit of each. Years expected have two, and so have those at 100, which
// close the table: between 90 and 100 their rounding adds to that of the print.
const ofChances = 0.000_001;
const ofYears = 0.0083;

/** Life tables of single years, for men and women in each year from 1980 to 2018. */
export const singleYearLifeTables: PublishedFile = {
  path,
  title: "Single-year life tables, Scotland, 1980 to 2018",
  publisher: "Office for National Statistics",
  async compare(folder) {
    const chances = counted("chance of dying at each age: 2m ÷ (2 + m)", "six decimals of both");
    const expectancies = counted(
      "life expectancy at each age below 100, the table closed with that at 100; infants who die live a tenth of the year",
      `${ofYears} years, of rounded rates`,
    );
    for (const { name, rate, chance, expectancy } of tablesOf(folder)) {
      const ages = rate.map((_, age) => age);
      const ours = lifeTable(
        rate,
        ages.map(() => 1),
        ages,
        { separation: "half", openBand: expectancy.at(-1)! },
      );
      for (const age of ages.slice(0, -1)) {
        chances.put(`${name}, ${age}`, Math.abs(ours.probability[age]! - chance[age]!) <= ofChances);
        expectancies.put(`${name}, ${age}`, Math.abs(yearsAt(age, ours) - expectancy[age]!) <= ofYears);
      }
    }
    return [chances.done(), expectancies.done()];
  },
};

/** Years expected; at birth, those of infants who die in their first year are a tenth, though its chance is 2m ÷ (2 + m). */
function yearsAt(age: number, { expectancy, probability }: LifeTable): number {
  const q = probability[0]!;
  return age === 0 ? (1 - q) * (1 + expectancy[1]!) + 0.1 * q : expectancy[age]!;
}

/** The columns of both sexes in the sheets of all years: m, q and e by age. */
function tablesOf(folder: string) {
  const book = read(readFileSync(join(folder, "data", path)), { dense: true, sheets: years });
  return years.flatMap((year) => {
    const rows = utils.sheet_to_json<readonly unknown[]>(book.Sheets[year]!, { header: 1, defval: null });
    const body = rows.slice(rows.findIndex(([first]) => first === "x") + 1).filter(([age]) => typeof age === "number");
    const column = (at: number) => body.map((row) => row[at] as number);
    return [
      { name: `men in ${year}`, rate: column(1), chance: column(2), expectancy: column(5) },
      { name: `women in ${year}`, rate: column(7), chance: column(8), expectancy: column(11) },
    ];
  });
}

function counted(what: string, within: string) {
  const apart: Apart[] = [];
  let figures = 0;
  return {
    put(key: string, agrees: boolean): void {
      figures++;
      if (!agrees) apart.push({ among: what, key });
    },
    done: (): Comparison => ({ what, figures, within, apart }),
  };
}
