import {
  createTable,
  type Key,
  type KeyColumn,
  type Keys,
  measureColumn,
  type Provenance,
  type Table,
  takeRows,
  withStep,
} from "@popneeds/core";
import {
  coefficientOfVariation,
  extremalQuotient,
  heterogeneity,
  percentileRatio,
  systematicComponent,
} from "@popneeds/stats";
import { type AreaCounts, areasLeftOut, impossibleCounts, leftOut } from "../shared/area-counts.ts";
import type { Figure } from "../shared/figure.ts";
import { groupsButFor } from "../shared/groups-but-for.ts";
import { requireArea } from "../shared/require-area.ts";

export type { AreaCounts };

/** How much areas vary: 1 in a ratio, and 0 in all else, where they do not. */
export type VariationMeasures = {
  /** How many areas were compared. */
  readonly areas: "score";
  /** The highest value divided by the lowest. */
  readonly extremalQuotient: "ratio";
  /** The 90th percentile divided by the 10th. */
  readonly ninetyToTen: "ratio";
  /** The 75th percentile divided by the 25th. */
  readonly upperToLowerQuartile: "ratio";
  /** Standard deviation divided by the mean, areas weighted by their size. */
  readonly coefficientOfVariation: "score";
  /** The variance of observed to expected beyond chance; 100 times it is what tables print. */
  readonly systematicComponent: "score";
  /** χ² of the test that all areas are the same. */
  readonly chiSquare: "score";
  /** Chance of so large a χ² if they were. */
  readonly probability: "score";
};

/** Variation by every key but area. */
export type VariationTable<K extends Keys> = Table<K, VariationMeasures>;

type Found = { readonly [P in keyof VariationMeasures]: number };

/** Measures how much areas vary within each combination of all other keys. */
export function variationOfAreas<K extends Keys>(
  caller: string,
  table: Table,
  counts: readonly AreaCounts[],
  expecting: "rate of all" | "expected",
  said: string,
  provenance: Provenance,
): VariationTable<K> {
  requireArea(caller, table);
  const { names, first, members } = groupsButFor("area", table);
  const rows = members.map((all): Found => {
    const known = all.filter((i) => leftOut(counts[i]!) === null);
    return variationAmong(
      known.map((i) => counts[i]!.observed as number),
      known.map((i) => counts[i]!.size as number),
      expecting,
    );
  });
  const keys = takeRows(table, first).keys as Readonly<Record<string, KeyColumn<Key>>>;
  // A quotient over 0 has no figure that a table could print.
  const figures = (name: keyof Found): Figure[] =>
    rows.map((row) => (Number.isFinite(row[name]) ? row[name] : "not applicable"));
  return createTable({
    keys: Object.fromEntries(names.map((name) => [name, keys[name]!])),
    measures: {
      areas: measureColumn("score", figures("areas")),
      extremalQuotient: measureColumn("ratio", figures("extremalQuotient")),
      ninetyToTen: measureColumn("ratio", figures("ninetyToTen")),
      upperToLowerQuartile: measureColumn("ratio", figures("upperToLowerQuartile")),
      coefficientOfVariation: measureColumn("score", figures("coefficientOfVariation")),
      systematicComponent: measureColumn("score", figures("systematicComponent")),
      chiSquare: measureColumn("score", figures("chiSquare")),
      probability: measureColumn("score", figures("probability")),
    },
    issues: [
      ...table.issues,
      ...impossibleCounts(table, counts, "the comparison"),
      ...areasLeftOut(table, counts, "the comparison"),
    ],
    provenance: withStep(provenance, said),
  }) as unknown as VariationTable<K>;
}

function variationAmong(
  observed: readonly number[],
  size: readonly number[],
  expecting: "rate of all" | "expected",
): Found {
  const areas = observed.length;
  if (areas === 0) {
    const none = Number.NaN;
    return {
      areas,
      extremalQuotient: none,
      ninetyToTen: none,
      upperToLowerQuartile: none,
      coefficientOfVariation: none,
      systematicComponent: none,
      chiSquare: none,
      probability: none,
    };
  }
  const common = expecting === "expected" ? 1 : sum(observed) / sum(size);
  const expected = size.map((each) => each * common);
  const values = observed.map((count, i) => count / size[i]!);
  const { chiSquare, probability } = heterogeneity(observed, size);
  return {
    areas,
    extremalQuotient: extremalQuotient(values),
    ninetyToTen: percentileRatio(values),
    upperToLowerQuartile: percentileRatio(values, { high: 0.75, low: 0.25 }),
    coefficientOfVariation: coefficientOfVariation(values, { weights: size }),
    systematicComponent: systematicComponent(observed, expected),
    chiSquare,
    probability,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
