import { check, checkEqual } from "./build-error.ts";
import { SEXES, SINGLE_AGES } from "./common-columns.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, type RawRow, text } from "./raw-row.ts";

/** People by age for `area year sex`, totals left out. */
export type WidePopulation = ReadonlyMap<string, readonly number[]>;

const PUBLISHED_AGES = SINGLE_AGES.map((age) => (age === "90+" ? "Age90plus" : `Age${age}`));

/** Reads one published table of people by area, year, sex and age; checks that ages sum to all ages and sexes to all. */
export function readWidePopulation(raw: RawFiles, file: string, areaColumn: string): WidePopulation {
  const people = new Map<string, readonly number[]>();
  const totals: { row: RawRow; area: string; year: string; ages: number[] }[] = [];
  for (const row of raw.rows(file)) {
    const [area, year, sex] = [text(row, areaColumn), text(row, "Year"), text(row, "Sex").toLowerCase()];
    const ages = PUBLISHED_AGES.map((column) => count(row, column));
    const sum = ages.reduce((a, b) => a + b, 0);
    check(sum === count(row, "AllAges"), row, () => `ages sum to ${sum}, not to AllAges ${text(row, "AllAges")}`);
    if (sex === "all") {
      totals.push({ row, area, year, ages });
      continue;
    }
    check(SEXES.includes(sex), row, `sex "${sex}" is none of All, Female, Male`);
    const key = `${area} ${year} ${sex}`;
    check(!people.has(key), row, `${key} comes twice`);
    people.set(key, ages);
  }
  check(people.size === 2 * totals.length, { file }, `${totals.length} rows of both sexes, ${people.size} of one`);
  for (const { row, area, year, ages } of totals) {
    const [female, male] = SEXES.map((sex) => people.get(`${area} ${year} ${sex}`));
    check(female !== undefined && male !== undefined, row, () => `${area} ${year} lacks a sex`);
    checkEqual(
      female.map((value, at) => value + male[at]!),
      ages,
      SINGLE_AGES,
      row,
      "female and male do not sum to All",
    );
  }
  return people;
}

/** Checks that areas sum to those that hold them, in every year, sex and age. */
export function checkSums(
  parts: WidePopulation,
  wholes: WidePopulation,
  holderOf: (area: string) => string,
  file: string,
): void {
  const sums = new Map<string, number[]>();
  for (const [key, ages] of parts) {
    const [area, year, sex] = key.split(" ") as [string, string, string];
    const holder = `${holderOf(area)} ${year} ${sex}`;
    const sum = sums.get(holder);
    if (sum) for (const [at, value] of ages.entries()) sum[at]! += value;
    else sums.set(holder, [...ages]);
  }
  check(sums.size === wholes.size, { file }, `${sums.size} sums for ${wholes.size} totals`);
  for (const [key, ages] of wholes) checkEqual(sums.get(key) ?? [], ages, SINGLE_AGES, { file }, `sum to ${key}`);
}

/** The rows of the areas for which `wanted` holds. */
export function wideRows(people: WidePopulation, wanted: (area: string) => boolean): (string | number)[][] {
  return [...people]
    .map(([key, ages]): (string | number)[] => {
      const [area, year, sex] = key.split(" ") as [string, string, string];
      return [area, Number(year), sex, ...ages];
    })
    .filter(([area]) => wanted(String(area)));
}
