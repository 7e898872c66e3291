import type { Age, Issue } from "@popneeds/core";
import type { DeathCells } from "./death-cells.ts";
import { type FixedPackage, fixedShares, type ProportionalPackage, targetsOf } from "./redistribution-package.ts";

/** Shares of each target in a cell that sum to 1; `null` where nobody died of any of them, however widely one looks. */
export type SharesOf = (cell: number) => Float64Array | null;

/** Shares that are laid down, worked out once for each age and sex. */
export function sharesLaidDown(of: FixedPackage, { ageOf, sexOf }: DeathCells): SharesOf {
  const known = new Map<string, Float64Array>();
  return (cell) => {
    const text = `${ageOf(cell)?.label} ${sexOf(cell)}`;
    const shares = known.get(text) ?? fixedShares(of, ageOf(cell), sexOf(cell));
    known.set(text, shares);
    return shares;
  };
}

/** What shares of a cell rest on. */
export interface SharesBehind {
  /** Deaths that they were found among; infinite where shares are known. */
  readonly among: number;
  /** Names what they are shares of: the same for all cells that have them in common. */
  readonly pool: string;
  /** Whether more cells than this one may have them. */
  readonly common: boolean;
}

/** One way of looking more widely, in words, with the numbers of the cells that are looked at together. */
interface Width {
  readonly said: string;
  readonly group: () => Int32Array;
  /** Names the cells that are looked at together. */
  readonly named: (cell: number) => string;
}

/**
 * Shares in proportion to the deaths observed of each target: in the cell; where none were, at the ages of the wider band; at
 * all ages; then in all cells of the sex.
 */
export function sharesObserved(
  of: ProportionalPackage,
  cells: DeathCells,
  widerAges: readonly Age[],
): {
  readonly sharesOf: SharesOf;
  readonly fellBackTo: (cell: number) => string | null;
  readonly behind: (cell: number) => SharesBehind;
} {
  const targets = targetsOf(of).map((cause) => cells.causes.indexOf(cause));
  const hasAges = cells.cells > 0 && cells.ageOf(0) !== null;
  const bandOf = (age: Age) => 1 + widerAges.findIndex((band) => band.from <= age.from && age.to <= band.to);
  const width = (
    said: string,
    without: readonly string[],
    group: () => Int32Array,
    band = (_: number) => "",
  ): Width => ({
    said,
    group,
    named: (cell) => `${said} ${band(cell)} ${cells.textOf(cell, without)}`,
  });
  const others = cells.keyNames.filter((name) => name !== "sex");
  const widths: Width[] = [
    width("", [], () => Int32Array.from({ length: cells.cells }, (_, cell) => cell)),
    ...(hasAges && widerAges.length > 0
      ? [
          width(
            "the wider band of ages",
            ["age"],
            () => cells.pooled(["age"], bandOf),
            (cell) => `${bandOf(cells.ageOf(cell)!)}`,
          ),
        ]
      : []),
    ...(hasAges ? [width("all ages", ["age"], () => cells.pooled(["age"]))] : []),
    width("all deaths of the sex", others, () => cells.pooled(others)),
  ];
  const pools = widths.map(() => null as { readonly group: Int32Array; readonly sums: readonly Float64Array[] } | null);
  const pool = (width: number) => {
    pools[width] ??= summed(cells, targets, widths[width]!.group());
    return pools[width]!;
  };
  const widthOf = (cell: number): number => {
    for (let width = 0; width < widths.length; width++) {
      const { group, sums } = pool(width);
      if (sums.some((sum) => sum[group[cell]!]! > 0)) return width;
    }
    return -1;
  };
  return {
    sharesOf: (cell) => {
      const width = widthOf(cell);
      if (width === -1) return null;
      const { group, sums } = pool(width);
      const observed = Float64Array.from(sums, (sum) => sum[group[cell]!]!);
      const total = observed.reduce((a, b) => a + b, 0);
      return observed.map((deaths) => deaths / total);
    },
    fellBackTo: (cell) => {
      const width = widthOf(cell);
      return width === 0 ? null : width === -1 ? "" : widths[width]!.said;
    },
    behind: (cell) => {
      const width = widthOf(cell);
      const { group, sums } = pool(width);
      return {
        among: sums.reduce((total, sum) => total + sum[group[cell]!]!, 0),
        pool: widths[width]!.named(cell),
        common: width > 0,
      };
    },
  };
}

/** Deaths of each target in each pool of cells; those that are missing are left out. */
function summed({ cells, causes, deaths }: DeathCells, targets: readonly number[], group: Int32Array) {
  const size = group.reduce((a, b) => Math.max(a, b), -1) + 1;
  const sums = targets.map((target) => {
    const sum = new Float64Array(size);
    for (let cell = 0; cell < cells; cell++) {
      const observed = deaths[cell * causes.length + target]!;
      if (observed > 0) sum[group[cell]!]! += observed;
    }
    return sum;
  });
  return { group, sums };
}

/** What is said of deaths whose cell had no deaths of the targets, by how widely was looked. */
export function fallBackIssues(
  name: string,
  fellBack: ReadonlyMap<string, { readonly cells: number; readonly deaths: number }>,
): readonly Issue[] {
  return [...fellBack].map(([width, { cells, deaths }]) => {
    const of = `${Number(deaths.toPrecision(12))} ill-defined deaths in ${cells} ${cells === 1 ? "cell" : "cells"}`;
    return width === ""
      ? {
          code: "deaths-not-redistributed",
          severity: "warning",
          message: `package ${name}: nobody of the sex died of any target cause, so ${of} stay with their ill-defined causes`,
          fix: "Add target causes of which people of that sex die, or give fixed shares.",
        }
      : {
          code: "shares-from-elsewhere",
          severity: "note",
          message: `package ${name}: nobody died of its target causes at the age, sex and place of ${of}; shares are those of ${width}`,
          fix: "Give wider bands of ages if the shares of these are too unlike.",
        };
  });
}
