import { populationQuantileGroups } from "@popneeds/stats";
import { type Apart, type Comparison, type PublishedFile, type PublishedRow, rowsOf } from "./published-file.ts";

const path = "deprivation/phs_simd2020v2_22062020.csv.gz";
const people = "deprivation/simd2020_dz11_indicators.csv.gz";

// Two small areas of Shetland were given other groups than rank and people make, within the islands alone.
const setByHand = ["S01012387", "S01012409"];

/** Population-weighted deciles and fifths of an index of deprivation, within the country and within each larger area. */
export const deprivationGroups: PublishedFile = {
  path,
  title: "Scottish Index of Multiple Deprivation 2020v2: population-weighted deciles and quintiles",
  publisher: "Public Health Scotland",
  async compare(folder) {
    const rows = await rowsOf(folder, path);
    const living = new Map(
      (await rowsOf(folder, people)).map((row) => [row["dz11_code"]!, Number(row["Total_population"])]),
    );
    const within = ["Country", "HB", "HSCP", "CA"].map((level) => groupsWithin(rows, living, level));
    return [...within, mostAndLeast(rows, living)];
  },
};

/** The most and the least deprived 15% are three of twenty groups. */
function mostAndLeast(rows: readonly PublishedRow[], living: ReadonlyMap<string, number>): Comparison {
  const ranks = rows.map((row) => Number(row["SIMD2020V2Rank"]));
  const twentieths = populationQuantileGroups(
    ranks,
    rows.map((row) => living.get(row["DataZone"]!)!),
    20,
  );
  const apart = rows.flatMap((row, i): Apart[] => {
    const [most, least] = [twentieths[i]! <= 3, twentieths[i]! >= 18];
    const agrees = row["SIMD2020V2Most15pc"] === String(+most) && row["SIMD2020V2Least15pc"] === String(+least);
    return agrees ? [] : [{ among: "15 per cent", key: row["DataZone"]! }];
  });
  const what = "the most and the least deprived 15%: three twentieths each (`populationQuantileGroups`)";
  return { what, figures: 2 * rows.length, within: "exactly", apart };
}

function groupsWithin(rows: readonly PublishedRow[], living: ReadonlyMap<string, number>, level: string): Comparison {
  const apart: Apart[] = [];
  let figures = 0;
  for (const area of new Set(rows.map((row) => row[level] ?? level))) {
    const own = rows.filter((row) => (row[level] ?? level) === area);
    const ranks = own.map((row) => Number(row["SIMD2020V2Rank"]));
    const population = own.map((row) => living.get(row["DataZone"]!)!);
    for (const [name, groups] of [
      ["Decile", 10],
      ["Quintile", 5],
    ] as const) {
      const found = populationQuantileGroups(ranks, population, groups);
      for (const [i, row] of own.entries()) {
        figures++;
        if (found[i] === Number(row[`SIMD2020V2${level}${name}`])) continue;
        const zone = row["DataZone"]!;
        const why = setByHand.includes(zone)
          ? "one of two small areas in Shetland whose groups do not follow from rank and people: set by hand, it seems"
          : undefined;
        apart.push({ among: `${level} ${name}`, key: `${area} ${zone}`, ...(why === undefined ? {} : { why }) });
      }
    }
  }
  const what = level === "Country" ? "within Scotland" : `within each ${level}`;
  return { what: `deciles and quintiles ${what} (\`populationQuantileGroups\`)`, figures, within: "exactly", apart };
}
