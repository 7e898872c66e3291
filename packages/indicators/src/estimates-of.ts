import type { Age, Keys, Measures, Missing, Period, Sex, Table } from "@popneeds/core";
import type { Estimate } from "./estimate.ts";

export interface EstimatesOptions {
  /** What was done, in plain words. */
  readonly method: string;
  /** Label of the band of ages, where the table has no key `age`; default `all`. */
  readonly age?: string;
  /** The key that goes into `category`, if the table has one. */
  readonly category?: string;
  /** The measures that hold the figure and what it was made of. */
  readonly value?: string;
  readonly numerator?: string | null;
  readonly denominator?: string | null;
}

/** The estimates in a table of figures by area, level and period, and by sex, age or a category where it has them. */
export function estimatesOf<
  K extends Keys & { readonly area: string; readonly level: string; readonly period: Period },
>(
  table: Table<K, Measures>,
  {
    method,
    age = "all",
    category,
    value = "value",
    numerator = "events",
    denominator = "population",
  }: EstimatesOptions,
): readonly Estimate[] {
  type Cells = {
    area: string;
    level: string;
    period: Period;
    sex?: Sex;
    age?: Age;
    missing: Missing | null;
  } & Record<string, number | string | null | undefined>;
  return Array.from(table, (row) => {
    const cells = row as unknown as Cells;
    const number = (name: string | null) =>
      name === null ? null : ((cells[name] as number | null | undefined) ?? null);
    const figure = number(value);
    return {
      area: cells.area,
      level: cells.level,
      period: cells.period,
      sex: cells.sex ?? "all",
      age: cells.age?.label ?? age,
      category: category ? String(cells[category]) : "",
      value: figure,
      lower: number("lower"),
      upper: number("upper"),
      numerator: number(numerator),
      denominator: number(denominator),
      missing: figure === null ? cells.missing : null,
      method,
      provenance: table.provenance,
    };
  });
}
