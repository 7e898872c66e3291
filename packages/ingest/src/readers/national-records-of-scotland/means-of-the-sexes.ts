import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";
import { saidOnce } from "../../published/said-once.ts";

/**
 * A warning when a rate standardised by age and sex is not the mean of the rates of males and females, which are printed to one
 * decimal: it may differ by half a unit of the last digit for itself, and as much for the mean of the two.
 *
 * @param rates rows of `Sex`, `Cause`, `Year`, `rate`, as read from the blocks of each sex
 * @param means the same columns, of the mean of both
 */
export function meansOfTheSexes(rates: RawTable, means: RawTable): readonly Issue[] {
  const of = new Map(rates.rows.map(([sex, cause, year, rate]) => [`${sex} ${cause} ${year}`, rate!]));
  const wrong = means.rows.flatMap(([, cause, year, rate], i) => {
    const [male, female] = ["Males", "Females"].map((sex) => figure(of.get(`${sex} ${cause} ${year}`) ?? ""));
    return Math.abs(figure(rate!) - (male! + female!) / 2) > 0.1 + 1e-9 ? [means.lines[i]!] : [];
  });
  return saidOnce(
    {
      code: "mean-of-sexes-does-not-hold",
      severity: "warning",
      file: means.file,
      fix: "Compare the rows of that year in each block with the publisher's file: figures were changed, or rows moved.",
    },
    [...new Set(wrong)],
    (count) => `the rate of both sexes is not the mean of the rates of males and females in ${count}`,
  );
}

function figure(text: string): number {
  return text.trim() === "" || text.trim() === "." ? Number.NaN : Number(text);
}
