import { type Period, parsePeriod } from "@popneeds/core";
import { age, category, constant, count, figure, type KeyField, period, sex } from "../../field.ts";
import { withoutColumns } from "../../published/columns-of-table.ts";
import type { RawTable } from "../../published/raw-table.ts";

/** What the shorthand of the workbook means where a figure should be. */
export const shorthand = {
  marks: { "[x]": "not available", "[l]": "too few events", "[c]": "suppressed", "[z]": "not applicable" },
} as const;

/** The cell that stands for all causes, and for all drugs. */
export const allDeaths = "All drug misuse deaths";

/** Deaths, counted. */
export const deaths = count("deaths", shorthand);

/** An age-standardised rate per 100,000 people with its 95% limits. */
export const rateWithLimits = {
  value: figure("rate", "rate", shorthand),
  lower: figure("limit", "lower", shorthand),
  upper: figure("limit", "upper", shorthand),
};

/** The keys that columns of this name hold, wherever they stand in a table of the workbook. */
export const keysOfDrugDeaths: Readonly<Record<string, readonly [string, KeyField]>> = {
  Year: ["period", period("Year")],
  Period: ["period", period("Period")],
  Sex: ["sex", sex("Sex", { Females: "female", Males: "male" }, { totals: ["Persons"] })],
  Age: ["age", age("Age")],
  Area: ["areaName", category("Area", { totals: ["Scotland"] })],
  Cause: ["cause", category("Cause", { totals: [allDeaths] })],
  "Drugs implicated": ["drug", category("Drugs implicated", { totals: [allDeaths] })],
  Deprivation: ["deprivation", category("Deprivation", { totals: ["Scotland"] })],
};

/** The keys of the columns that a table has, in their order. */
export function keysOf({ header }: RawTable): Readonly<Record<string, KeyField>> {
  return Object.fromEntries(
    header.flatMap((text) => (Object.hasOwn(keysOfDrugDeaths, text) ? [keysOfDrugDeaths[text]!] : [])),
  );
}

/** The last year or run of years that a title names, as the key of a table that has no column of years. */
export function periodOfTitle(title: string): Readonly<Record<string, KeyField>> {
  const found = [...title.matchAll(/\d{4}(?:\s*[-–]\s*\d{4})?/g)].at(-1)?.[0];
  const read: Period | null = found ? parsePeriod(found) : null;
  return read ? { period: constant(read) } : {};
}

/** A table without issues of its own, for the second part that is made of the same rows. */
export function again(cells: RawTable, unwanted: (header: string) => boolean = () => false): RawTable {
  return { ...withoutColumns(cells, unwanted), issues: [], merged: 0 };
}
