import {
  type Additive,
  type Counts,
  type Exposed,
  type Keys,
  type Period,
  type Table,
  uncheckedTable,
} from "@popneeds/core";
import { projectedBurdens } from "@popneeds/stats";
import { arrangeProjection, type ProjectedBurdenOptions } from "./arranged-projection.ts";
import { figures, reasonsOfRows, withTotals } from "./figures.ts";

/** A burden in the first year and in each, and what of its change goes with growth, ageing and rates. */
export type ProjectedBurdenMeasures<E extends Additive> = {
  readonly start: E;
  readonly burden: E;
  readonly growth: E;
  readonly ageing: E;
  readonly rate: E;
};

/** The keys of a projected burden: those of the people but sex and age, and what the rates are by beside. */
export type ProjectedBurdenKeys<KR extends Keys, KP extends Keys> = Omit<KP, "sex" | "age"> &
  Omit<KR, "area" | "level" | "period" | "sex" | "age">;

/**
 * The burden that populations to come would have, by cause, and why it changes: growth, ageing, rates.
 *
 * Burden is Σ over sexes and ages of people × rate × factor. The factor is 1 unless there is a trend, exp(b (φ + φ² + … + φʰ)) after h years
 * since the middle of the rates' period, or reductions, Π (1 − uptake × fraction). The change since the first year splits into growth, ageing and
 * rates by Das Gupta's three factors, and they add up to it.
 *
 * Rates of one area serve all people: then the result is modelled, and shows what people's sex and age imply, not how healthy an area
 * is. Rates of each area serve that area: then it is projected. With reductions it is an assumption. Larger areas are the sums of their
 * parts, drivers too: growth of a partnership is the growth of its localities, each by its own people. That differs a little from the
 * split of the partnership by itself, in which people who move between localities do not count.
 *
 * A missing rate, trend or count makes the figures of its cause, or of its area and year, missing for that reason; an area with nobody
 * has `no population`; a sum with a missing part is missing.
 *
 * @param rates   burden (deaths, years lost …) over person-years by sex and age, and by cause; of one period
 * @param people  one count by area, period, sex and age, in the ages of the rates; the first period is that against which change is told
 * @param options `trend`, `damping`, `cap`, `reductions`, `within`
 * @returns a year's burden by area, period and cause, with `start` (that of the first period), `growth`, `ageing`, `rate`
 * @throws PopneedsError `no-rate` when people have an age, sex or area that rates lack
 * @throws PopneedsError `several-rates`, `not-counted-by`, `one-measure`, `duplicate-key`; `no-trend`, `no-period`, `before-rates`,
 * `different-keys` of a trend; `unknown-key`, `invalid-option` of options
 *
 * Source: constant rates × projected population, as in the burden forecasts of national public health agencies; Gardner ES, McKenzie E.
 * Manage Sci 1985;31:1237–46 (damped trend); Das Gupta P, 1993.
 * Reference: `burdenChange` and `expectedEvents` in tests, to 1e-10.
 *
 * @example
 * projectedBurden(over(yearsLost, personYears), localityProjection(zones, projections, partnershipOf), { within: [partnershipOf] })
 */
export function projectedBurden<
  KR extends Keys,
  KP extends Keys & { readonly area: string; readonly period: Period },
  E extends Additive,
>(
  rates: Exposed<KR, E>,
  people: Table<KP, Counts>,
  options: ProjectedBurdenOptions<KR> = {},
): Table<ProjectedBurdenKeys<KR, KP>, ProjectedBurdenMeasures<E>> {
  const arranged = arrangeProjection(
    "projectedBurden",
    rates as unknown as Exposed<Keys, Additive>,
    people as unknown as Table<Keys, Counts>,
    options as unknown as ProjectedBurdenOptions,
  );
  const { burden, size, structure, rate } = projectedBurdens(arranged.columns);
  const reasons = reasonsOfRows(arranged);
  const { kind } = rates.measures.events;
  const column = (values: Float64Array) => figures(kind, withTotals(values, arranged), reasons);
  return uncheckedTable({
    keys: arranged.keys,
    measures: {
      start: column(atFirst(burden, arranged.people.periods.length, arranged.cells.causes)),
      burden: column(burden),
      growth: column(size),
      ageing: column(structure),
      rate: column(rate),
    },
    issues: arranged.issues,
    provenance: arranged.provenance,
  }) as unknown as Table<ProjectedBurdenKeys<KR, KP>, ProjectedBurdenMeasures<E>>;
}

/** For each area, time and cause the figure of the first time. */
function atFirst(column: Float64Array, times: number, causes: number): Float64Array {
  return column.map((_, row) => column[Math.floor(row / (times * causes)) * times * causes + (row % causes)]!);
}
