import {
  type Additive,
  atBest,
  type Counts,
  type Exposed,
  fromInputs,
  type Keys,
  type MeasureColumn,
  type Table,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { expectedEvents } from "../expected-events.ts";
import type { Benchmark } from "./benchmark.ts";
import { benchmarkFactors } from "./benchmark-factors.ts";

export interface LocalBurdenOptions {
  /** Totals of larger areas that the local figures are made to add up to. Default none: they stay as modelled. */
  readonly benchmark?: Benchmark;
}

/** A local burden, what it was before it was benchmarked, and how much of it is modelled: all. Each adds up. */
export type LocalBurdenMeasures<E extends Additive> = {
  readonly burden: E;
  readonly unadjusted: E;
  readonly modelled: E;
};

/**
 * The burden that small areas would have at the rates of elsewhere, made to add up to what is published for the larger areas.
 *
 * unadjusted = people × rate of the same sex and age (and deprivation group, if rates and people are by it);
 * burden = unadjusted × factor, factor = published total of the larger area ÷ sum of its small areas, one for each combination of the totals' keys, or
 * by raking where there are several sets of totals. So the small areas of a larger one add up to its total, to rounding; sums over any keys follow by
 * `sumOver`.
 *
 * All of it is modelled, and a measure says so: two areas with the same people have the same burden, however healthy they are. It
 * tells how much need to plan for, not who is doing well. It has no limits, for what is uncertain is the model. `blendWithObserved` brings
 * in what was observed.
 *
 * @param rates     burden over people of one area and period, by sex and age, and by anything more
 * @param people    one count by area and by every sex and age that rates are by
 * @param options   `benchmark`: totals of larger areas, and which small areas lie in them
 * @returns `burden`, `unadjusted`, `modelled` by the keys of people and of rates; missing where `expectedEvents` is. A total that lacks, is
 * suppressed, or is above 0 where nothing is modelled leaves its part as modelled, with the warning `not-benchmarked`; the note `benchmarked` says how
 * large the factors are
 * @throws PopneedsError as `expectedEvents`; `no-benchmark` when no total is of a larger area of these; `different-kinds`; `not-counted-by`; `one-measure`;
 * `duplicate-key`; `benchmark-disagrees` where several sets of totals are incomplete or differ in their sum
 *
 * Source: synthetic estimation with ratio benchmarking: Rao JNK, Molina I. Small Area Estimation, 2nd ed., 2015, chapter 3; for the rates of
 * deprivation groups, the local method of national burden studies.
 * Reference: worked by hand in tests.
 *
 * @example
 * localBurden(over(nationalYears, nationalPeople), localityPeople, { benchmark: { totals: partnershipYears, of: partnershipOf } })
 */
export function localBurden<KR extends Keys, KP extends Keys & { readonly area: string }, E extends Additive>(
  rates: Exposed<KR, E>,
  people: Table<KP, Counts>,
  { benchmark }: LocalBurdenOptions = {},
): Table<KP & Omit<KR, keyof KP | "area" | "level" | "period">, LocalBurdenMeasures<E>> {
  const expected = expectedEvents(rates, people) as unknown as Table<Keys, { readonly events: E }>;
  const unadjusted = expected.measures.events;
  const found = benchmark && benchmarkFactors("localBurden", expected.keys, unadjusted, benchmark);
  const burden: MeasureColumn<E> = found
    ? Object.freeze({
        ...unadjusted,
        values: Float64Array.from(found.factors, (factor, row) => unadjusted.values[row]! * factor),
      })
    : unadjusted;
  const totals = benchmark === undefined ? [] : [benchmark.totals].flat();
  return uncheckedTable({
    keys: expected.keys,
    measures: { burden, unadjusted, modelled: burden },
    issues: [...expected.issues, ...totals.flatMap(({ issues }) => issues), ...(found?.issues ?? [])],
    provenance: atBest(
      withStep(
        benchmark
          ? fromInputs([expected.provenance, ...totals.map(({ provenance }) => provenance), benchmark.of.provenance])
          : expected.provenance,
        `local burden: ${found?.said ?? "not benchmarked"}; all of it is modelled, none observed there`,
      ),
      "modelled",
    ),
  }) as unknown as Table<KP & Omit<KR, keyof KP | "area" | "level" | "period">, LocalBurdenMeasures<E>>;
}
