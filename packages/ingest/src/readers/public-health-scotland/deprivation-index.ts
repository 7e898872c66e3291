import type { Issue } from "@popneeds/core";
import { area, figure } from "../../field.ts";
import type { RawTable } from "../../published/raw-table.ts";
import { type Fields, schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

const score = (header: string) => figure("score", header);

/** The Scottish Index of Multiple Deprivation 2020v2 by data zone: rank, and population-weighted deciles and quintiles. */
export const phsDeprivationIndex = of("SIMD2020V2");

/**
 * Public Health Scotland's look-up of the Scottish Index of Multiple Deprivation (SIMD), of 2020v2 and earlier editions of the
 * same layout.
 *
 * 1 is the most deprived rank, decile and quintile. Deciles and quintiles are population-weighted: within Scotland, the board,
 * the partnership and the council. A quintile that is not its two deciles, and a rank that is given twice, are warnings.
 */
export const phsDeprivationIndexReader = openDataReader({
  name: "phs-deprivation-index",
  title: "Scottish Index of Multiple Deprivation by data zone",
  forms: ["SIMD2020V2", "SIMD2020", "SIMD2016"].map(of),
  edition: (header) => {
    const rank = header.find((column) => column.endsWith("Rank"));
    return rank ? rank.replace("Rank", "").replace("V", "v") : null;
  },
  doubts: (cells) => [...quintilesThatAreNotTheirDeciles(cells), ...ranksGivenTwice(cells)],
});

function of(edition: string) {
  return schema({
    area: area("DataZone"),
    intermediateZone: area("IntZone"),
    board: area("HB"),
    partnership: area("HSCP"),
    council: area("CA"),
    rank: score(`${edition}Rank`),
    countryDecile: score(`${edition}CountryDecile`),
    countryQuintile: score(`${edition}CountryQuintile`),
    boardDecile: score(`${edition}HBDecile`),
    boardQuintile: score(`${edition}HBQuintile`),
    partnershipDecile: score(`${edition}HSCPDecile`),
    partnershipQuintile: score(`${edition}HSCPQuintile`),
    councilDecile: score(`${edition}CADecile`),
    councilQuintile: score(`${edition}CAQuintile`),
    most15Percent: score(`${edition}Most15pc`),
    least15Percent: score(`${edition}Least15pc`),
  } satisfies Fields);
}

function quintilesThatAreNotTheirDeciles({ file, header, rows, lines }: RawTable): readonly Issue[] {
  return header.flatMap((column, at) => {
    const tenths = column.endsWith("Quintile") ? header.indexOf(column.replace(/Quintile$/, "Decile")) : -1;
    if (tenths === -1) return [];
    return rows.flatMap((row, i): Issue[] => {
      const decile = Number(row[tenths]);
      if (Math.ceil(decile / 2) === Number(row[at]) && decile >= 1 && decile <= 10) return [];
      return [
        {
          code: "quintile-not-its-deciles",
          severity: "warning",
          file,
          line: lines[i]!,
          column,
          found: row[at]!,
          message: `${column} is ${row[at]} where the decile is ${row[tenths]}; a quintile is two deciles`,
          fix: "Compare the row with the publisher's file: one of the two was changed.",
        },
      ];
    });
  });
}

function ranksGivenTwice({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const at = header.findIndex((column) => column.endsWith("Rank"));
  if (at === -1) return [];
  const seen = new Map<string, number>();
  return rows.flatMap((row, i): Issue[] => {
    const before = seen.get(row[at]!);
    seen.set(row[at]!, lines[i]!);
    if (before === undefined) return [];
    return [
      {
        code: "rank-given-twice",
        severity: "warning",
        file,
        line: lines[i]!,
        column: header[at]!,
        found: row[at]!,
        message: `the rank ${row[at]} was given on line ${before} too; each zone has its own`,
        fix: "Compare both rows with the publisher's file.",
      },
    ];
  });
}
