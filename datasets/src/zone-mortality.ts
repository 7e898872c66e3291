import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import { checkZones, type Hierarchy } from "./hierarchy.ts";
import { SCOTTISH_GOVERNMENT } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, numberOrBlank, text } from "./raw-row.ts";

const FILE = "deprivation/simd2020_dz11_indicators.csv.gz";

/** The standardised mortality ratio of each data zone, as the health domain of the index of 2020 has it. */
export function zoneMortalityTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const rows = raw.rows(FILE).map((row) => {
    const ratio = numberOrBlank(row, "SMR");
    check(
      ratio !== null || count(row, "Total_population") === 0,
      row,
      () => `${text(row, "dz11_code")} has people and no ratio`,
    );
    return [text(row, "dz11_code"), ratio];
  });
  checkZones(
    hierarchy,
    rows.map(([zone]) => String(zone)),
    FILE,
  );
  // Ratios to Scotland lie about 100; were they ratios to 1, or percentages above or below, their mean would not.
  const known = rows.flatMap(([, ratio]) => (typeof ratio === "number" ? [ratio] : []));
  const mean = known.reduce((sum, ratio) => sum + ratio, 0) / known.length;
  check(mean > 90 && mean < 110, { file: FILE }, () => `ratios have a mean of ${mean}, not of about 100`);
  return {
    name: "deprivation/zone-mortality",
    title: "Standardised mortality ratios of data zones",
    description:
      "Deaths from all causes in each data zone against those expected at Scotland's rates by age and sex, Scotland 100: an indicator of the health domain of the Scottish Index of Multiple Deprivation 2020.",
    columns: [
      codeColumn("data_zone", "Data zone of 2011."),
      {
        name: "standardised_mortality_ratio",
        type: "number",
        description: "Deaths of 2014-2017, observed for every 100 expected; blank where nobody lived.",
        blank: true,
      },
    ],
    key: ["data_zone"],
    rows,
    publisher: SCOTTISH_GOVERNMENT,
    edition: "SIMD 2020, deaths of 2014-2017, data zones of 2011",
    class: "published",
    sources: [
      {
        title: "Scottish Index of Multiple Deprivation 2020: indicators",
        organisation: SCOTTISH_GOVERNMENT,
        path: "https://statistics.gov.scot/data/scottish-index-of-multiple-deprivation---health-indicators",
      },
    ],
    rawFiles: [FILE],
    changes: "One column of 35 taken over as published, unrounded; renamed.",
    caveats: [
      "The file names neither years nor standard: the years are those of the same indicator on statistics.gov.scot, that Scotland is 100 follows from the figures.",
      "Of one zone of some 800 people a ratio rests on about 33 deaths in four years, and says little: sum zones first. A care home in a zone raises its ratio.",
      "No figure is suppressed. S01010206 and S01010227 have none because nobody lived there; S01007390 has 0 because nobody died.",
      "It is part of the index whose fifths it may be set against; see the indicator.",
    ],
  };
}
