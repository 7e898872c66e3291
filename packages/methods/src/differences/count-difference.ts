import {
  type Additive,
  type Derived,
  describeRow,
  type Keys,
  type Missing,
  PopneedsError,
  type Table,
  withStep,
} from "@popneeds/core";
import { type Difference, type Observed, remainder } from "@popneeds/stats";
import { type Figure, figureAt } from "../shared/figure.ts";
import { printLevel, requireScale } from "../shared/scale.ts";
import type { Comparison } from "./area-pair.ts";
import { type Differences, differenceRows } from "./difference-rows.ts";

/** Events over people, or estimates, which carry both. */
export type Counted<K extends Keys = Keys> = Table<K, { readonly events: "count"; readonly population: Additive }>;

export interface CountTest<Kind extends Derived> {
  readonly kind: Kind;
  /** The value of one count, in the unit of the difference. */
  readonly value: (count: Observed) => number;
  readonly test: (first: Observed, second: Observed) => Difference;
  readonly step: string;
}

/** Compares the counts of an area with those of another, or of the other without it, row by row. */
export function countDifference<K extends Keys & { readonly area: string }, Kind extends Derived>(
  caller: string,
  table: Counted<K>,
  { area, against, inside = true, level = 0.95 }: Comparison,
  { kind, value, test, step }: CountTest<Kind>,
): Differences<K, Kind> {
  requireScale(caller, { level });
  const { events, population } = table.measures;
  const at = (row: number | null): Observed | Missing => {
    if (row === null) return "not available";
    const [e, n] = [figureAt(events, row), figureAt(population, row)];
    if (typeof e === "string") return e;
    return typeof n === "string" ? n : { events: e, population: n };
  };
  const shown = (count: Observed | Missing): Figure =>
    typeof count === "string" ? count : count.population > 0 ? value(count) : "no population";
  const compare = (ownRow: number, otherRow: number | null) => {
    const [own, whole] = [at(ownRow), at(otherRow)];
    const other = inside && typeof own === "object" && typeof whole === "object" ? rest(whole, own, ownRow) : whole;
    const ready = typeof shown(own) === "number" && typeof shown(other) === "number";
    const difference = ready
      ? test(own as Observed, other as Observed)
      : ([own, other].map(shown).find(isMissing) as Missing);
    return { own: shown(own), other: shown(other), difference };
  };
  const rest = (whole: Observed, own: Observed, row: number): Observed => {
    if (own.events > whole.events || own.population > whole.population)
      throw new PopneedsError({
        code: "part-above-whole",
        message: `${caller}: an area cannot have more than the one it lies in: ${describeRow(table, row)}  ${own.events} events among ${own.population}; ${against} has ${whole.events} among ${whole.population}`,
        fix: "Name a whole that contains the area, counted in the same edition; compare other areas with inside: false.",
      });
    return remainder(whole, own);
  };
  const said = `difference of ${area} from ${inside ? `the rest of ${against}` : against}: ${step}; ${printLevel(level)} limits`;
  return differenceRows<K, Kind>(
    caller,
    table as unknown as Table,
    { area, against },
    kind,
    compare,
    withStep(table.provenance, said),
  );
}

function isMissing(figure: Figure): boolean {
  return typeof figure === "string";
}
