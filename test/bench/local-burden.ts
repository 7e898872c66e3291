import { blendWithObserved, localBurden } from "@popneeds/burden";
import { type Age, ageBands, calendarYears, keep, only, type Sex, sumOver, tableFromRows } from "@popneeds/core";
import { type CohortRates, cohortSurvival, type People, projectCohorts } from "@popneeds/population";
import type { Growing } from "./growth.ts";
import { ratesOf, type WholeCountry } from "./whole-country.ts";

/** Burden of small areas, from modelled to benchmarked to blended, and people of areas by cohorts: tables in and out. */
export function localBurdens(country: WholeCountry): readonly Growing[] {
  const { localities, within } = country;
  const of = within[0]!;
  const rates = ratesOf(country);
  const areas = localities.keys.area.values;
  const some = (count: number) => keep(localities, { area: (area) => areas.indexOf(area) < count });
  const sizes = [24, 48, areas.length];
  return [
    {
      name: "burden of localities by 26 causes, sex and age at the rates of the country",
      of: "localities",
      sizes,
      at: (count) => {
        const people = some(count);
        return () => localBurden(rates, people);
      },
    },
    {
      name: "the same, made to add up to totals of partnerships by cause",
      of: "localities",
      sizes,
      at: (count) => {
        const people = some(count);
        // Made-up totals: a tenth more than what is modelled.
        const sums = new Map<string, { area: string; cause: string; years: number }>();
        for (const { area, cause, burden } of sumOver(
          only(localBurden(rates, people), "burden"),
          "sex",
          "age",
          "period",
        )) {
          const parent = of.parents.get(area)!;
          const key = `${parent} ${cause}`;
          sums.set(key, { area: parent, cause, years: (sums.get(key)?.years ?? 0) + 1.1 * burden! });
        }
        const totals = tableFromRows([...sums.values()], { years: "years" });
        return () => localBurden(rates, people, { benchmark: { totals, of } });
      },
    },
    blend(),
    cohorts(),
  ];
}

function blend(): Growing {
  const causes = Array.from({ length: 26 }, (_, i) => `cause ${i}`);
  return {
    name: "modelled deaths by 26 causes drawn to made-up deaths observed",
    of: "areas",
    sizes: [250, 500, 1_000],
    at: (count) => {
      const rows = Array.from({ length: count }, (_, area) =>
        causes.map((cause, c) => ({ area: `area ${area}`, cause, deaths: 2 + ((area * 7 + c * 29) % 60) })),
      ).flat();
      const modelled = tableFromRows(rows, { deaths: "count" });
      const observed = tableFromRows(
        rows.map(({ area, cause, deaths }, i) => ({
          area,
          cause,
          observed: Math.round(deaths * (0.6 + (i % 9) / 10)),
        })),
        { observed: "count" },
      );
      return () => blendWithObserved(modelled, observed);
    },
  };
}

/** Made-up rates: none by age of the mother ship. */
function cohorts(): Growing {
  const ages = ageBands(...Array.from({ length: 91 }, (_, x) => x)) as readonly Age[];
  const sexes = ["female", "male"] as readonly Sex[];
  const each = <T>(make: (sex: Sex, age: Age, x: number) => T) =>
    sexes.flatMap((sex) => ages.map((age, x) => make(sex, age, x)));
  const rates: CohortRates = {
    survival: cohortSurvival(
      tableFromRows(
        each((sex, age, x) => ({ sex, age, deaths: Math.ceil(3 * Math.exp(0.085 * x)), population: 20_000 })),
        { deaths: "count", population: "count" },
      ),
    ),
    fertility: tableFromRows(
      ages.slice(15, 45).map((age) => ({ age, rate: 0.055 })),
      { rate: "rate" },
    ),
  };
  return {
    name: "people by cohorts, 20 steps of a year, single years of age, with balance",
    of: "areas",
    sizes: [8, 16, 32],
    runs: 3,
    at: (count) => {
      const people: People = tableFromRows(
        Array.from({ length: count }, (_, area) =>
          each((sex, age, x) => ({
            area: `area ${area}`,
            period: calendarYears(2023),
            sex,
            age,
            people: Math.round((1_000 + area) * Math.exp(-x / 60)),
          })),
        ).flat(),
        { people: "count" },
      );
      return () => projectCohorts(people, rates, { steps: 20 });
    },
  };
}
