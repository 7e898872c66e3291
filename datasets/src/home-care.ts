import { check } from "./build-error.ts";
import { CARE_AGES, type CareFigures, careArea, withPartnerships } from "./care-areas.ts";
import { codeColumn, levelColumn } from "./common-columns.ts";
import type { Column, DataTable } from "./data-table.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { quarterColumn } from "./home-care-locality.ts";
import { PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, type RawRow, text } from "./raw-row.ts";

const FILE = "services/phs_care_at_home_census.csv.gz";
const MEASURES = ["Number of People", "Number of Hours"];
const QUARTERS = ["Apr-Jun", "Jul-Sep", "Oct-Dec", "Jan-Mar"];

/** Home care of councils, partnerships and Scotland: by quarter, and by financial year. */
export function homeCareTables(raw: RawFiles, hierarchy: Hierarchy): DataTable[] {
  const published = raw.rows(FILE);
  const table = (
    kind: string,
    name: string,
    title: string,
    period: Column,
    periodOf: (row: RawRow) => string,
  ): DataTable => ({
    name,
    title,
    description: "People who had home care and its hours, by age: councils, partnerships and Scotland.",
    columns: [
      codeColumn("area", "Code of the area."),
      levelColumn("council", "partnership", "country"),
      period,
      { name: "age", type: "string", description: "Age group; All Ages is the total.", values: CARE_AGES },
      { name: "people", type: "integer", description: "People, rounded to 5 by the publisher.", blank: true },
      { name: "hours", type: "integer", description: "Hours in the period, rounded to 5.", blank: true },
      { name: "coverage", type: "string", description: "The publisher's word for the place." },
    ],
    key: ["area", period.name, "age"],
    rows: withPartnerships(readFigures(published, kind, periodOf, hierarchy), hierarchy).map(
      ({ area, level, labels, values, coverage }) => [area, level, ...labels, ...values, coverage],
    ),
    publisher: PHS,
    edition: "Care at Home Statistics for Scotland, to 2023/24",
    class: "observed",
    sources: [
      {
        title:
          "Care at Home Statistics for Scotland: support and services funded by health and social care partnerships",
        organisation: PHS,
      },
    ],
    rawFiles: [FILE],
    changes:
      "One kind of period selected; people and hours put side by side, rates left out; areas given codes by name; partnerships added, Clackmannanshire and Stirling as the sum of its two councils.",
    caveats: [
      "Rounded to 5, so a 0 may be one or two people: ages need not sum to All Ages, nor areas to Scotland; the sum of Clackmannanshire and Stirling adds two roundings.",
      "Levels repeat each other: take one level before summing.",
      "Scotland is estimated by the publisher where a partnership sent nothing.",
      "People of a year are more than people of any quarter in it: a person counts once in each period with care.",
    ],
  });
  return [
    table("Financial Quarter", "social-care/home-care", "Home care by quarter", quarterColumn, quarterOf),
    table(
      "Financial Year",
      "social-care/home-care-year",
      "Home care by financial year",
      { name: "year", type: "string", description: "Financial year, April to March.", pattern: "[0-9]{4}/[0-9]{2}" },
      (row) => text(row, "Financial Quarter"),
    ),
  ];
}

function readFigures(
  published: readonly RawRow[],
  kind: string,
  periodOf: (row: RawRow) => string,
  hierarchy: Hierarchy,
): CareFigures[] {
  const areaOf = careArea(hierarchy);
  const found = new Map<string, CareFigures & { values: (number | null)[] }>();
  for (const row of published) {
    if (text(row, "Time Period") !== kind || text(row, "Measure").startsWith("Rate")) continue;
    const measure = MEASURES.indexOf(text(row, "Measure"));
    check(measure !== -1, row, () => `"${text(row, "Measure")}" is not a measure known here`);
    const coverage = text(row, "Location");
    const { area, isCountry } = areaOf(coverage, row);
    const labels = [periodOf(row), text(row, "Age Group")];
    const key = [area, ...labels].join("|");
    const figures = found.get(key) ?? {
      area,
      level: isCountry ? "country" : "council",
      coverage,
      labels,
      values: MEASURES.map(() => null),
    };
    check(figures.values[measure] === null, row, `${key} has ${MEASURES[measure]} twice`);
    figures.values[measure] = count(row, "Value");
    found.set(key, figures);
  }
  return [...found.values()];
}

function quarterOf(row: RawRow): string {
  const found = /^(\w{3}-\w{3}) (\d{4})$/.exec(text(row, "Financial Quarter"));
  const quarter = QUARTERS.indexOf(found?.[1] ?? "");
  check(quarter !== -1, row, () => `"${text(row, "Financial Quarter")}" is not a quarter such as Jan-Mar 2024`);
  const start = Number(found![2]) - (quarter === 3 ? 1 : 0);
  return `${start}/${String((start + 1) % 100).padStart(2, "0")} Q${quarter + 1}`;
}
