import { checkEqual } from "./build-error.ts";
import { codeColumn, SINGLE_AGES, sexColumn, singleAgeColumns } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import { type Hierarchy, SCOTLAND } from "./hierarchy.ts";
import { openData, PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { checkSums, readWidePopulation, type WidePopulation, wideRows } from "./wide-population.ts";

const ESTIMATES = {
  files: "pop_est_1981_2023",
  name: "estimates",
  title: "Population estimates, mid-1981 to mid-2023",
  edition: "mid-year estimates 1981-2023, rebased to Census 2022",
  class: "published",
  source: openData("Population Estimates", "population-estimates"),
  caveats: [
    "Not comparable with population/small-area-2021, which is from before the rebasing: Scotland in mid-2021 is 5,412,900 here and 5,479,900 there.",
    "Estimates, not counts: the publisher gives whole people and no limits.",
  ],
} as const;

const PROJECTIONS = {
  files: "pop_proj_2018_2043",
  name: "projections",
  title: "Population projections, 2018-based, mid-2018 to mid-2043",
  edition: "2018-based principal projections, 2018-2043",
  class: "projected",
  source: openData("Population Projections", "population-projections"),
  caveats: [
    "A projection says what follows if past trends go on; it is no forecast and knows no policy.",
    "Its starting point is mid-2018, before the rebasing to Census 2022: take changes within the series, not its level.",
  ],
} as const;

/** Estimates and projections of councils, partnerships, boards and Scotland. */
export function populationSeriesTables(raw: RawFiles, hierarchy: Hierarchy): DataTable[] {
  return [
    ...seriesTables(raw, hierarchy, ESTIMATES),
    ...seriesTables(raw, hierarchy, PROJECTIONS),
    projection2022(raw),
  ];
}

function seriesTables(raw: RawFiles, hierarchy: Hierarchy, series: typeof ESTIMATES | typeof PROJECTIONS): DataTable[] {
  const { councils } = hierarchy;
  const levels = [
    { level: "council", file: `population/phs_ca_${series.files}.csv.gz`, column: "CA" },
    { level: "partnership", file: `population/phs_hscp_${series.files}.csv.gz`, column: "HSCP" },
    { level: "board", file: `population/phs_hb_${series.files}.csv.gz`, column: "HB" },
  ].map((level) => ({ ...level, people: readWidePopulation(raw, level.file, level.column) }));
  const [council, partnership, board] = levels as [(typeof levels)[0], (typeof levels)[0], (typeof levels)[0]];
  const split = (people: WidePopulation, country: boolean): WidePopulation =>
    new Map([...people].filter(([key]) => key.startsWith(SCOTLAND) === country));
  const parts = split(council.people, false);
  for (const { people, file } of levels) {
    checkSums(split(people, false), split(people, true), () => SCOTLAND, file);
    for (const [key, ages] of split(people, true))
      checkEqual(ages, council.people.get(key) ?? [], SINGLE_AGES, { file }, `${key} differs from ${council.file}`);
  }
  checkSums(
    parts,
    split(partnership.people, false),
    (area) => councils.get(area)?.partnership ?? area,
    partnership.file,
  );
  checkSums(parts, split(board.people, false), (area) => councils.get(area)?.board ?? area, board.file);
  const table = (level: string, file: string, people: WidePopulation, country: boolean): DataTable => ({
    name: `population/${series.name}-${level}`,
    title: `${series.title}: ${level}`,
    description: `People by ${level}, year, sex and single year of age at 30 June.`,
    columns: columns(level),
    key: ["area", "year", "sex"],
    rows: wideRows(people, (area) => (area === SCOTLAND) === country),
    publisher: PHS,
    edition: series.edition,
    class: series.class,
    sources: [series.source],
    rawFiles: [file],
    changes:
      "Scotland and the areas put in files of their own; rows of both sexes and the column of all ages left out after they were checked to be the sums.",
    caveats: series.caveats,
  });
  return [
    ...levels.map(({ level, file, people }) => table(level, file, people, false)),
    table("country", council.file, council.people, true),
  ];
}

function projection2022(raw: RawFiles): DataTable {
  const file = "population/phs_scotland_pop_proj_2022_2047.csv";
  return {
    name: "population/projections-country-2022-based",
    title: "Population projections, 2022-based, mid-2022 to mid-2047: country",
    description: "People in Scotland by year, sex and single year of age at 30 June.",
    columns: columns("country"),
    key: ["area", "year", "sex"],
    rows: wideRows(readWidePopulation(raw, file, "Country"), () => true),
    publisher: PHS,
    edition: "2022-based principal projection, 2022-2047",
    class: "projected",
    sources: [PROJECTIONS.source],
    rawFiles: [file],
    changes: "Rows of both sexes and the column of all ages left out after they were checked to be the sums.",
    caveats: [
      PROJECTIONS.caveats[0],
      "Scotland only: no 2022-based projection of smaller areas is here; never set it beside the 2018-based ones of an area.",
    ],
  };
}

function columns(level: string): DataTable["columns"] {
  return [
    codeColumn("area", `Code of the ${level}.`),
    { name: "year", type: "integer", description: "Year; the figures are for 30 June.", minimum: 1981 },
    sexColumn,
    ...singleAgeColumns,
  ];
}
