import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import { checkZones, type Hierarchy } from "./hierarchy.ts";
import { openData, PHS, SCOTTISH_GOVERNMENT } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { count, number, type RawRow, text } from "./raw-row.ts";

const WEIGHTED = "deprivation/phs_simd2020v2_22062020.csv.gz";
const RANKS = "deprivation/simd2020_dz11_ranks.csv.gz";
const INDICATORS = "deprivation/simd2020_dz11_indicators.csv.gz";
const DOMAINS = ["Income", "Employment", "Access"];

/** The Scottish Index of Multiple Deprivation 2020v2 of each data zone. */
export function deprivationTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const byZone = (file: string): Map<string, RawRow> => {
    const rows = new Map(raw.rows(file).map((row) => [text(row, "dz11_code"), row]));
    checkZones(hierarchy, rows.keys(), file);
    return rows;
  };
  const ranks = byZone(RANKS);
  const indicators = byZone(INDICATORS);
  const weighted = raw.rows(WEIGHTED);
  checkZones(
    hierarchy,
    weighted.map((row) => text(row, "DataZone")),
    WEIGHTED,
  );
  const rows = weighted.map((row) => {
    const zone = text(row, "DataZone");
    const rank = count(row, "SIMD2020V2Rank");
    const decile = count(row, "SIMD2020V2CountryDecile");
    const quintile = count(row, "SIMD2020V2CountryQuintile");
    check(text(row, "CA") === hierarchy.zones.get(zone)!.council, row, `${zone} lies in another council`);
    check(quintile === Math.ceil(decile / 2), row, `decile ${decile} does not lie in quintile ${quintile}`);
    const counted = ranks.get(zone)!;
    const people = indicators.get(zone)!;
    check(number(counted, "IMD_rank") === rank, counted, `rank of ${zone} is not ${rank} as in ${WEIGHTED}`);
    return [
      zone,
      rank,
      decile,
      quintile,
      ...DOMAINS.map((domain) => count(counted, `${domain}_decile`)),
      count(people, "Total_population"),
      count(people, "Working_age_population"),
      count(people, "Income_count"),
      count(people, "Employment_count"),
    ];
  });
  const sorted = rows.map((row) => Number(row[1])).sort((a, b) => a - b);
  check(
    sorted.every((rank, at) => rank === at + 1),
    { file: WEIGHTED },
    "ranks must be 1 to 6976, each once",
  );
  for (const [at, domain] of DOMAINS.entries())
    for (let decile = 1; decile <= 10; decile += 1) {
      const zones = rows.filter((row) => row[4 + at] === decile).length;
      check(
        zones >= 697 && zones <= 699,
        { file: RANKS },
        `${domain} decile ${decile} holds ${zones} zones, not a tenth`,
      );
    }
  return {
    name: "deprivation/simd-2020v2",
    title: "Scottish Index of Multiple Deprivation 2020v2",
    description:
      "Rank, deciles and quintile of each data zone, and the people behind the income and employment domains.",
    columns: [
      codeColumn("data_zone", "Data zone of 2011."),
      { name: "rank", type: "integer", description: "Rank, 1 most deprived (both publishers agree).", minimum: 1 },
      group(
        "decile",
        "Decile of Scotland, 1 most deprived: tenths of the population (Public Health Scotland, SIMD2020V2CountryDecile).",
      ),
      group(
        "quintile",
        "Quintile of Scotland, 1 most deprived: fifths of the population (Public Health Scotland, SIMD2020V2CountryQuintile).",
      ),
      ...DOMAINS.map((domain) =>
        group(
          `${domain.toLowerCase()}_decile`,
          `${domain} domain decile, 1 most deprived: tenths of the number of data zones, not of people (Scottish Government).`,
        ),
      ),
      {
        name: "population",
        type: "integer",
        description: "People, the denominator of the income domain (Scottish Government).",
      },
      {
        name: "working_age_population",
        type: "integer",
        description: "People of working age as the index defines it, the denominator of the employment domain.",
      },
      { name: "income_deprived", type: "integer", description: "People who are income deprived, as published." },
      {
        name: "employment_deprived",
        type: "integer",
        description: "People who are employment deprived, as published.",
      },
    ],
    key: ["data_zone"],
    rows,
    publisher: `${SCOTTISH_GOVERNMENT}; ${PHS}`,
    edition: "SIMD 2020 version 2, data zones of 2011",
    class: "published",
    sources: [
      {
        title: "Scottish Index of Multiple Deprivation 2020v2: ranks and indicators",
        organisation: SCOTTISH_GOVERNMENT,
      },
      openData(
        "Scottish Index of Multiple Deprivation (Population Weighted)",
        "scottish-index-of-multiple-deprivation",
      ),
    ],
    rawFiles: [WEIGHTED, RANKS, INDICATORS],
    changes:
      "Three files joined by data zone after their ranks were checked to agree; other domains and levels left out.",
    caveats: [
      "decile and quintile hold equal shares of people; the domain deciles hold equal numbers of zones. Do not cross them as if they were alike.",
      "It says where deprived people are many, not who is deprived: most income-deprived people live outside the most deprived tenth.",
      "Three data zones have no population: S01010206, S01010226, S01010227.",
      "Population is the index's own (5,424,800 in Scotland), of 2017, not that of the 2021 estimates.",
    ],
  };
}

function group(name: string, description: string): DataTable["columns"][number] {
  return { name, type: "integer", description, minimum: 1 };
}
