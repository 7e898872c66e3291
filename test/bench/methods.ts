import {
  directRate,
  directRates,
  expectedEvents,
  indirectRatio,
  indirectRatios,
  lifeTable,
  lifeTables,
  slopeIndex,
  slopeIndices,
} from "@popneeds/stats";
import type { Timed } from "./measure.ts";
import { dyingPopulations, shuffled, smallAreas } from "./synthetic.ts";

const levels = [0.95, 0.998];

/** The kernels of `stats` on as many groups as a national run has: 6,976 small areas × 2 sexes × 10 years. */
export function methods(): readonly Timed[] {
  return [...standardised(), ...indirectly(), ...lifeExpectancies(), ...slopes()];
}

function standardised(): readonly Timed[] {
  const { groups, bands, events, population, weights, starts } = smallAreas(139_520, 21);
  const order = shuffled(groups * bands);
  const take = (column: Float64Array) => Float64Array.from(order, (row) => column[row]!);
  const any = { events: take(events), population: take(population), weights: take(weights) };
  const of = Int32Array.from(order, (row) => Math.floor(row / bands));
  const rows = { events, population, weights };
  const minimumEvents = 10;

  const some = 5_000;
  const plain = {
    groups: some,
    run: () =>
      Array.from({ length: some }, (_, g) => {
        const part = (column: Float64Array) => column.subarray(g * bands, (g + 1) * bands);
        return levels.map((level) => directRate(part(events), part(population), part(weights), { level }));
      }),
  };
  return [
    {
      name: "directly standardised rates, 19 bands, Dobson at two levels, rows grouped",
      groups,
      run: () => directRates(rows, { starts }, { levels, minimumEvents }),
      plain,
    },
    {
      name: "the same, rows in any order",
      groups,
      run: () => directRates(any, { of, count: groups }, { levels, minimumEvents }),
      plain,
    },
    {
      name: "the same, rows grouped, Fay and Feuer's limits at one level",
      groups,
      run: () => directRates(rows, { starts }, { limits: "fay-feuer", minimumEvents }),
    },
  ];
}

function indirectly(): readonly Timed[] {
  const { groups, bands, events, population, starts } = smallAreas(25_580, 120);
  const first = (column: Float64Array) =>
    Float64Array.from({ length: groups * bands }, (_, i) => column[i % bands]! + (column === population ? 1_000 : 9));
  const referenceEvents = first(events);
  const referencePopulation = first(population);
  const columns = { events, population, referenceEvents, referencePopulation };
  const some = 5_000;
  return [
    {
      name: "indirectly standardised ratios, 19 bands",
      groups,
      run: () => indirectRatios(columns, { starts }),
      plain: {
        groups: some,
        run: () =>
          Array.from({ length: some }, (_, g) => {
            const part = (column: Float64Array) => column.subarray(g * bands, (g + 1) * bands);
            const observed = part(events).reduce((sum, e) => sum + e, 0);
            return indirectRatio(
              observed,
              expectedEvents(part(population), part(referenceEvents), part(referencePopulation)),
            );
          }),
      },
    },
  ];
}

function lifeExpectancies(): readonly Timed[] {
  const groups = 25_580;
  const bandStarts = [0, 1, ...Array.from({ length: 18 }, (_, i) => 5 * (i + 1))];
  const { deaths, population } = dyingPopulations(groups, bandStarts);
  const bands = bandStarts.length;
  const some = 2_000;
  return [
    {
      name: "life expectancies with limits at all ages, 20 bands",
      groups,
      run: () => lifeTables(deaths, population, bandStarts),
      plain: {
        groups: some,
        run: () =>
          Array.from({ length: some }, (_, g) => {
            const part = (column: Float64Array) => column.subarray(g * bands, (g + 1) * bands);
            return lifeTable(part(deaths), part(population), bandStarts);
          }),
      },
    },
  ];
}

function slopes(): readonly Timed[] {
  const [groups, fifths] = [32, 5];
  const rows = groups * fifths;
  const values = Float64Array.from({ length: rows }, (_, i) => 300 - 40 * (i % fifths) + ((i * 7_919) % 23));
  const people = Float64Array.from({ length: rows }, (_, i) => 10_000 + ((i * 104_729) % 9_000));
  const standardErrors = new Float64Array(rows).fill(0.06);
  const area = (column: Float64Array, g: number) => column.subarray(g * fifths, (g + 1) * fifths);
  const one = (g: number, scale: "linear" | "log") =>
    slopeIndex(area(values, g), area(people, g), { standardErrors: area(standardErrors, g), scale: "log" }, { scale });
  return [
    {
      name: "slope indices of 5 groups, limits by 100,000 draws",
      groups,
      run: () => slopeIndices(values, people, { standardErrors, scale: "log" }, fifths),
      plain: { groups: 4, run: () => [0, 1, 2, 3].map((g) => one(g, "linear")) },
    },
    {
      name: "slope indices of 5 groups on a log scale, exact limits",
      groups,
      run: () => slopeIndices(values, people, { standardErrors, scale: "log" }, fifths, { scale: "log" }),
      plain: { groups, run: () => Array.from({ length: groups }, (_, g) => one(g, "log")) },
    },
  ];
}
