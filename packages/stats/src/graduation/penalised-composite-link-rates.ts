import { chooseSmoothing } from "./choose-smoothing.ts";
import { type CompositeLink, type CompositeLinkOptions, nothing } from "./penalised-composite-link.ts";
import { requireBands, yearsOf } from "./require-bands.ts";
import { requireSmoothing } from "./require-smoothing.ts";
import { splineBasis } from "./spline-basis.ts";

/** How rates are fitted by a composite link. */
export interface CompositeLinkRatesOptions extends Omit<CompositeLinkOptions, "beyond"> {
  /**
   * Events and person-years supposed in the year above the last, such as ungroup's 1 and 1.01, which lets the rate rise towards
   * 1. Default null: nothing is supposed.
   */
  readonly beyond?: { readonly events: number; readonly population: number } | null;
}

/**
 * Rates of single years from events in bands of ages, by the penalised composite link model.
 *
 * As `penalisedCompositeLink`, with the events of a band the sum over its years of rate × person-years: μ = C (e γ), the
 * γ being the rates, smooth and above 0. Person-years are given for single years; where they are published for bands only,
 * divide them first, by `penalisedCompositeLink` or another method.
 *
 * A death rate so found needs no supposition on how deaths lie within a band, and reaches into an open one.
 *
 * @param events events in each band, 0 or more, from young to old; three bands or more
 * @param population person-years of each single year, above 0
 * @param widths years in each band, whole, 200 at most in all
 * @param options `smoothing`, `range`, `yearsPerKnot`, `beyond`: see `CompositeLinkRatesOptions`
 * @returns a rate per person-year for each single year, events expected in each band, λ, deviance and dimension. All rates are
 * 0 without events, NaN where events of a band or person-years of a year are missing (NaN)
 * @throws RangeError where widths do not add up to the years, there are fewer than three bands, events are negative or infinite,
 * person-years are 0 or less, or an option is invalid
 *
 * Source: Rizzi S, Gampe J, Eilers PHC. Am J Epidemiol 2015;182:138–47, on rates.
 * Reference: `pclm(offset = )` of R's ungroup, whose rates are these times one factor: it takes the rate of the year it
 * supposes above the last, less 1, from all others, as if rates were counts. In its example all are 3.3% too low
 * by that; without it the two agree to 1e-5, where the person-years are divided with the smoothing that ungroup chose.
 *
 * @example
 * penalisedCompositeLinkRates([2, 4, 6], [100, 100, 100, 100, 100, 100], [2, 2, 2], { smoothing: 1 }).status // "fitted"
 */
export function penalisedCompositeLinkRates(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  widths: ArrayLike<number>,
  {
    smoothing = "bayesian",
    range = [Math.sqrt(0.1), Math.sqrt(100_000)],
    yearsPerKnot = 2,
    beyond = null,
  }: CompositeLinkRatesOptions = {},
): CompositeLink {
  const caller = "penalisedCompositeLinkRates";
  requireBands(caller, events, widths, "events");
  requireSmoothing(caller, events.length, { smoothing, range, yearsPerKnot, beyond: beyond?.events ?? null });
  const years = yearsOf(widths);
  if (population.length !== years) {
    throw new RangeError(
      `${caller}: population must have ${years} single years, as widths have, got ${population.length}`,
    );
  }
  const people = [...Array.from(population), ...(beyond ? [beyond.population] : [])];
  for (const [year, own] of people.entries()) {
    if (own <= 0 || own === Infinity) {
      throw new RangeError(`${caller}: population must be above 0, got ${own} in year ${year + 1}`);
    }
  }
  const total = Array.from(events).reduce((a, b) => a + b, 0) + 0 * people.reduce((a, b) => a + b, 0);
  if (!(total > 0)) return nothing(years, events.length, total);
  const chosen = chooseSmoothing(
    {
      counts: [...Array.from(events), ...(beyond ? [beyond.events] : [])],
      widths: [...Array.from(widths), ...(beyond ? [1] : [])],
      population: Float64Array.from(people),
      basis: splineBasis(people.length, yearsPerKnot),
    },
    smoothing,
    range,
  );
  return {
    value: chosen.value.slice(0, years),
    band: chosen.band.slice(0, events.length),
    smoothing: chosen.smoothing,
    deviance: chosen.deviance,
    dimension: chosen.dimension,
    status: chosen.status,
  };
}
