import { check } from "./build-error.ts";
import { CARE_AGES, type CareFigures, careArea, withPartnerships } from "./care-areas.ts";
import { codeColumn, levelColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { quarterColumn } from "./home-care-locality.ts";
import { PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { numberOrBlank, text } from "./raw-row.ts";

const FILE = "services/data_care_home_trend.csv.gz";
const STAYS = ["All Stays", "Long Stay", "Short Stay / Respite"];

/** Residents of care homes of councils, partnerships and Scotland. */
export function careHomeTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const areaOf = careArea(hierarchy);
  const figures = raw
    .rows(FILE)
    .filter((row) => text(row, "measure") === "Number of People")
    .map((row): CareFigures => {
      const coverage = text(row, "sending_location");
      const { area, isCountry } = areaOf(coverage, row);
      return {
        area,
        level: isCountry ? "country" : "council",
        coverage,
        labels: ["financial_quarter", "age_group", "stay_type"].map((column) => text(row, column)),
        values: [numberOrBlank(row, "value")],
      };
    });
  const councils = new Set(figures.filter(({ level }) => level === "council").map(({ area }) => area));
  check(councils.size === 31, { file: FILE }, `${councils.size} councils, not 31 (all but Na h-Eileanan Siar)`);
  return {
    name: "social-care/care-home-residents",
    title: "Care home residents",
    description:
      "People supported in a care home in the quarter, by age and kind of stay: councils, partnerships and Scotland, to January-March 2021.",
    columns: [
      codeColumn("area", "Code of the area."),
      levelColumn("council", "partnership", "country"),
      quarterColumn,
      { name: "age", type: "string", description: "Age group; All Ages is the total.", values: CARE_AGES },
      { name: "stay", type: "string", description: "Kind of stay; All Stays is the total.", values: STAYS },
      {
        name: "people",
        type: "integer",
        description: "People, rounded to 5 by the publisher; blank: not published.",
        blank: true,
      },
      { name: "coverage", type: "string", description: "The publisher's word for the place." },
    ],
    key: ["area", "quarter", "age", "stay"],
    rows: withPartnerships(figures, hierarchy).map(({ area, level, labels, values, coverage }) => [
      area,
      level,
      ...labels,
      ...values,
      coverage,
    ]),
    publisher: PHS,
    edition: "Insights in Social Care: Statistics for Scotland, 2017/18 to 2020/21",
    class: "observed",
    sources: [{ title: "Insights in Social Care: Statistics for Scotland", organisation: PHS }],
    rawFiles: [FILE],
    changes:
      "People only, rates left out; areas given codes by name; partnerships added, Clackmannanshire and Stirling as the sum of its two councils.",
    caveats: [
      "Na h-Eileanan Siar (Western Isles) is not in the published file, and Scotland (All Areas Submitted) is those that sent figures.",
      "Rounded to 5, so a 0 may be one or two people: parts need not sum to totals.",
      "Levels repeat each other, and so do stays and ages: take one level and the parts or the total.",
    ],
  };
}
