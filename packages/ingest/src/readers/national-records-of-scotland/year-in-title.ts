import { type Issue, type Period, parsePeriod } from "@popneeds/core";
import { headerFault } from "../../header-fault.ts";

/** The year of a table that has no column for it. */
export interface YearInTitle {
  readonly period: Period;
  readonly issues: readonly Issue[];
}

/**
 * The year that estimates are about, from the title above them (`mid-2021`, `30 June 2020`); where there is no title, from the
 * file's name, with a note that says so.
 *
 * @param title what stands above the table
 * @throws PopneedsError `no-period` when neither names one year
 */
export function yearInTitle(title: readonly string[], file: string): YearInTitle {
  const said = [
    ...new Set(title.flatMap((text) => [...text.matchAll(/(?:mid-|30 June )(\d{4})\b/gi)].map(([, year]) => year!))),
  ];
  if (said.length === 1) return { period: parsePeriod(said[0]!)!, issues: [] };
  const name = file.split(/[\\/]/).at(-1)!;
  const named = [...new Set([...name.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => year))];
  if (named.length !== 1)
    throw headerFault(
      "no-period",
      `neither the title nor the name of the file says of which year the figures are${said.length > 1 ? `; the title names ${said.join(" and ")}` : ""}`,
      "Give the file the name that it was published under, or one that holds the year: estimates-2021.csv.",
      file,
    );
  return {
    period: parsePeriod(named[0]!)!,
    issues: [
      {
        code: "period-from-name",
        severity: "note",
        file,
        message: `the year ${named[0]} is taken from the file's name: the table has no column for it, and no title`,
        fix: "Check that it is the year of the estimates.",
      },
    ],
  };
}
