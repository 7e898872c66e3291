import {
  drawsOf,
  projectedBurden,
  projectedBurdenLimits,
  redistributeDeaths,
  summariseDraws,
  weighDraws,
  yearsOfLifeLost,
  yearsOfLifeLostDraws,
  yearsOfLifeLostLimits,
} from "@popneeds/burden";
import { ageBands, keep, only, type Period, tableFromRows, withoutKey } from "@popneeds/core";
import { ratio } from "@popneeds/methods";
import {
  burdenChange,
  burdenChanges,
  cohortComponent,
  iterativeProportionalFitting,
  lifeExpectancyChange,
  lifeTable,
  projectedBurdenLimits as limitsOf,
} from "@popneeds/stats";
import type { Growing } from "./growth.ts";
import { localBurdens } from "./local-burden.ts";
import { dyingPopulations, smallAreas } from "./synthetic.ts";
import { peopleOf, ratesOf, type WholeCountry } from "./whole-country.ts";

/** What the burden of disease is worked out with, each at several sizes. */
export function burden(country: WholeCountry): readonly Growing[] {
  return [
    decomposition(),
    lifeExpectancies(),
    redistribution(),
    raking(),
    cohorts(),
    draws(),
    ...localBurdens(country),
    ...tableDraws(country),
    ...wholeCountry(country),
  ];
}

function decomposition(): Growing {
  const causes = 26;
  const made = (areas: number) => {
    const { bands: strata, population, events } = smallAreas(areas * causes, 300);
    const people = population.slice(0, areas * strata);
    const later = people.map((count, i) => count * (0.9 + 0.01 * (i % strata)));
    const rates = events.map((count, i) => count / population[i]!);
    return { strata, people, later, rates, laterRates: rates.map((rate) => 0.95 * rate) };
  };
  return {
    name: "growth, ageing and rates of 26 causes, 19 bands, by columns",
    of: "areas",
    sizes: [500, 1_000, 2_000],
    at: (areas) => {
      const { strata, people, later, rates, laterRates } = made(areas);
      return () => burdenChanges(people, rates, later, laterRates, strata);
    },
    plain: (areas) => {
      const { strata, people, later, rates, laterRates } = made(areas);
      return () =>
        Array.from({ length: areas * causes }, (_, g) => {
          const of = (column: Float64Array, place: number) => column.subarray(place * strata, (place + 1) * strata);
          const area = Math.floor(g / causes);
          return burdenChange(of(people, area), of(rates, g), of(later, area), of(laterRates, g));
        });
    },
  };
}

function lifeExpectancies(): Growing {
  const starts = [0, 1, ...Array.from({ length: 18 }, (_, i) => 5 * (i + 1))];
  return {
    name: "differences of life expectancy by age and 26 causes, symmetric Arriaga",
    of: "areas",
    sizes: [250, 500, 1_000],
    at: (areas) => {
      const { deaths, population } = dyingPopulations(2 * areas, starts);
      return () => {
        for (let area = 0; area < areas; area++) {
          const tables = [2 * area, 2 * area + 1].map((g) => {
            const part = (column: Float64Array) => column.subarray(g * starts.length, (g + 1) * starts.length);
            const table = lifeTable(part(deaths), part(population), starts);
            return { table, causes: Array.from({ length: 26 }, () => table.rate.map((rate) => rate / 26)) };
          });
          const [first, second] = [tables[0]!, tables[1]!];
          lifeExpectancyChange(first.table, second.table, {
            causes: { first: first.causes, second: second.causes },
          });
        }
      };
    },
  };
}

function redistribution(): Growing {
  const causes = Array.from({ length: 26 }, (_, i) => `cause ${i}`);
  const ages = ageBands(...Array.from({ length: 19 }, (_, i) => 5 * i));
  return {
    name: "redistribution of ill-defined deaths to 20 of 26 causes by age, tables in and out",
    of: "areas",
    sizes: [25, 50, 100],
    at: (areas) => {
      const deaths = tableFromRows(
        Array.from({ length: areas }, (_, area) =>
          ages.flatMap((age, a) =>
            causes.map((cause, c) => ({ area: `area ${area}`, age, cause, deaths: (area * 7 + a * 13 + c * 29) % 17 })),
          ),
        ).flat(),
        { deaths: "count" },
      );
      const packages = [{ name: "ill-defined", from: causes.slice(0, 1), to: causes.slice(6) }];
      return () => redistributeDeaths(deaths, packages);
    },
  };
}

function raking(): Growing {
  const [ages, sexes] = [20, 2];
  return {
    name: "raking of localities by sex and age to two margins, to 1e-12",
    of: "localities",
    sizes: [500, 1_000, 2_000],
    at: (localities) => {
      const cells = Float64Array.from({ length: localities * sexes * ages }, (_, i) => 20 + ((i * 7_919) % 300));
      const sum = (to: number, place: (i: number) => number) => {
        const totals = new Float64Array(to);
        for (let i = 0; i < cells.length; i++) totals[place(i)]! += cells[i]!;
        return totals;
      };
      const byLocality = sum(localities, (i) => Math.floor(i / (sexes * ages))).map(
        (total, i) => total * (1 + (i % 9) / 50),
      );
      const cellsOf = sum(sexes * ages, (i) => i % (sexes * ages)).map((total, i) => total * (1 + (i % 7) / 30));
      const scale = byLocality.reduce((a, b) => a + b) / cellsOf.reduce((a, b) => a + b);
      return () =>
        iterativeProportionalFitting(
          cells,
          [localities, sexes, ages],
          [
            { by: [0], totals: byLocality },
            { by: [1, 2], totals: cellsOf.map((total) => total * scale) },
          ],
        );
    },
  };
}

function cohorts(): Growing {
  const bands = 91;
  const people = (most: number) => Float64Array.from({ length: bands }, (_, x) => most * Math.exp(-x / 60));
  const survival = Float64Array.from({ length: bands + 1 }, (_, x) => 1 - Math.min(0.4, 0.0003 * Math.exp(0.085 * x)));
  const fertility = Float64Array.from({ length: bands }, (_, x) => (x >= 15 && x < 45 ? 0.055 : 0));
  return {
    name: "cohort component, single years of age, 100 areas",
    of: "years",
    sizes: [25, 50, 100],
    at: (years) => {
      const steps = Array.from({ length: years }, () => ({
        survival: { female: survival, male: survival },
        fertility,
      }));
      return () => {
        for (let area = 0; area < 100; area++)
          cohortComponent({ female: people(1_000 + area), male: people(900 + area) }, steps, { width: 1 });
      };
    },
  };
}

function draws(): Growing {
  const [areas, times, causes, strata] = [30, 5, 26, 40];
  const people = Float64Array.from({ length: areas * times * strata }, (_, i) => 50 + ((i * 7_919) % 400));
  const events = Float64Array.from({ length: causes * strata }, (_, i) => 1 + ((i * 31) % 97));
  const rates = events.map((count) => count / 10_000);
  return {
    name: "draws of projected burden with drivers, 30 areas, 5 years, 26 causes, 40 strata, by columns",
    of: "draws",
    sizes: [250, 500, 1_000],
    runs: 3,
    at: (count) => () => limitsOf({ times, causes, strata, people, rates }, events, { draws: count }),
  };
}

/** Years of life lost of every locality by cause, at the national rates of one set of draws: tables in and out. */
function tableDraws({ deaths, personYears, standard, localities }: WholeCountry): readonly Growing[] {
  const national = withoutKey(deaths, "period");
  const sameYears = {
    period: ({ label }: Period) => deaths.keys.period.values.some((period) => period.label === label),
  };
  const lived = withoutKey(keep(personYears, sameYears), "period");
  const areas = localities.keys.area.values;
  const drawn = (count: number) =>
    yearsOfLifeLostDraws(drawsOf(national, "poisson", { seed: 1, draws: count }), standard);
  return [
    {
      name: "draws of deaths by sex, age and 26 causes, and of the years of life lost with them, tables in and draws out",
      of: "draws",
      sizes: [250, 500, 1_000],
      at: (count) => () => drawn(count),
    },
    {
      name: "the years lost by cause of areas at those national rates, 1,000 draws, with intervals, tables in and out",
      of: "areas",
      sizes: [24, 48, areas.length],
      runs: 3,
      at: (size) => {
        const lost = drawn(1_000);
        const some = keep(localities, { area: (area) => areas.indexOf(area) < size });
        const shares = only(ratio(some, lived, { per: 1 }), "value");
        return () =>
          summariseDraws(
            weighDraws(lost, shares, {
              over: ["sex", "age"],
              kind: "years",
              step: "national rates × people of each area",
            }),
          );
      },
    },
    {
      name: "limits by the delta method of years lost by 26 causes, deaths of areas by sex and age, tables in and out",
      of: "areas",
      sizes: [25, 50, 100],
      at: (size) => {
        const local = tableFromRows(
          Array.from({ length: size }, (_, area) =>
            (["female", "male"] as const).flatMap((sex, s) =>
              national.keys.age.values.flatMap((age, a) =>
                national.keys.cause.values.map((cause, c) => ({
                  area: `area ${area}`,
                  sex,
                  age,
                  cause,
                  deaths: (area * 7 + s * 5 + a * 13 + c * 29) % 17,
                })),
              ),
            ),
          ).flat(),
          { deaths: "count" },
        );
        const lost = yearsOfLifeLost(local, standard);
        return () => yearsOfLifeLostLimits(lost, local, { over: ["sex", "age"] });
      },
    },
  ];
}

/** All partnerships, every locality that has zones, and the country: tables in, tables out. */
function wholeCountry(country: WholeCountry): readonly Growing[] {
  const { within } = country;
  const years = (count: number): WholeCountry => ({
    ...country,
    partnerships: keep(country.partnerships, { period: ({ label }) => Number(label) < 2023 + count }),
  });
  const people = peopleOf(country);
  const rates = ratesOf(country);
  return [
    {
      name: "the whole country: projected people, and years of life lost by 26 causes with their drivers, tables in and out",
      of: "years",
      sizes: [5, 10, 21],
      at: (count) => {
        const part = years(count);
        return () => projectedBurden(ratesOf(part), peopleOf(part), { within });
      },
    },
    {
      name: "the same to 2043 with limits from draws, people being projected already",
      of: "draws",
      sizes: [250, 500, 1_000],
      runs: 1,
      at: (count) => () => projectedBurdenLimits(rates, country.deaths, people, { within, draws: count }),
    },
  ];
}
