import { requireSameLength } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { fitMakeham } from "./fit-makeham.ts";

/** How death rates are taken to go on above the last closed band. */
export interface OpenBandOptions {
  /**
   * The law of mortality: `kannisto` (default), by which rates rise ever more slowly, towards 1 a year; `gompertz`, by which they
   * rise by the same factor each year, which is too fast above 90; or `makeham`, the same above a floor of deaths that do not depend on
   * age. The floor shows in younger bands only: let it see them with `from: 30`.
   */
  readonly law?: "kannisto" | "gompertz" | "makeham";
  /** The age from which closed bands are used, in years. Default 60. */
  readonly from?: number;
}

/**
 * Years expected at the start of the open band by a law of mortality, from the death rates of the closed bands below it.
 *
 * A life table closes with 1 ÷ m, the inverse of the open band's own death rate, unless told otherwise. Where that rate cannot be
 * trusted (few deaths, ages overstated), the law is fitted to the closed bands from 60, each at its middle, by maximum likelihood of
 * Poisson deaths, and carried on: `gompertz` ln μ(x) = α + βx, `kannisto` ln(μ ÷ (1 − μ)) = α + βx,
 * `makeham` μ(x) = c + exp(α + βx) with c of 0 or more, which is Gompertz's law where they say no more. Years are
 * ∫ exp(−∫ μ) from the start of the open band. Give them to `lifeTable` as its `openBand`, which takes them as known.
 *
 * @param deaths deaths in each band, 0 or more; those of the open band are left aside
 * @param population person-years in each band, above 0
 * @param bandStarts exact ages in years at which the bands start, rising; the last band is open
 * @param options `law`, `from`
 * @returns years; NaN where a count is missing, fewer than two of the bands have deaths (`makeham`: three), or rates do not rise with age
 * @throws RangeError where a count cannot be, columns differ in length, bands do not rise, there are fewer than two closed bands (`makeham`: three)
 * from that age, or an option is invalid
 *
 * Source: Thatcher AR, Kannisto V, Vaupel JW. The Force of Mortality at Ages 80 to 120, 1998; Gompertz B. Phil Trans R Soc
 * 1825;115:513–83; Makeham WM. J Inst Actuaries 1860;8:301–10.
 * Reference: the score equations solved and the integral taken to 30 digits with mpmath, 1e-9; for `gompertz` also R 4.2.2, `glm`
 * with a Poisson family, then `integrate`.
 *
 * @example
 * openBandExpectancy([650, 1150, 1800, 900], [18000, 16000, 12500, 3000], [70, 75, 80, 85])
 * // 3.5813276314690974
 */
export function openBandExpectancy(
  deaths: ArrayLike<number>,
  population: ArrayLike<number>,
  bandStarts: ArrayLike<number>,
  options: OpenBandOptions = {},
): number {
  const { law = "kannisto", from = 60 } = options;
  requireChoice("openBandExpectancy", "law", law, ["kannisto", "gompertz", "makeham"]);
  requireSameLength("openBandExpectancy", { deaths, population, bandStarts });
  if (!(from >= 0 && from < Infinity)) {
    throw new RangeError(`openBandExpectancy: from must be an age of 0 or more, got ${from}`);
  }
  const last = bandStarts.length - 1;
  const bands: Band[] = [];
  let known = true;
  for (let k = 0; k <= last; k++) {
    requireBand(deaths[k]!, population[k]!, bandStarts[k]!, bandStarts[k + 1], k);
    if (k === last || bandStarts[k]! < from) continue;
    known &&= !Number.isNaN(deaths[k]! + population[k]!);
    bands.push({ age: (bandStarts[k]! + bandStarts[k + 1]!) / 2, deaths: deaths[k]!, population: population[k]! });
  }
  const least = law === "makeham" ? 3 : 2;
  if (bands.length < least) {
    const words = least === 3 ? "three" : "two";
    throw new RangeError(
      `openBandExpectancy: needs ${words} closed bands from age ${from} or more, got ${bands.length}`,
    );
  }
  if (!known || bands.filter((band) => band.deaths > 0).length < least) return Number.NaN;
  const start = bandStarts[last]!;
  const { level, slope, floor } =
    law === "makeham" ? makeham(bands, start) : { ...fitted(bands, start, law), floor: 0 };
  return slope > 1e-6 ? yearsAbove(level, slope, floor, law) : Number.NaN;
}

interface Band {
  readonly age: number;
  readonly deaths: number;
  readonly population: number;
}

/** Fits the law of Makeham from that of Gompertz, which is Makeham's without a floor. */
function makeham(bands: readonly Band[], start: number) {
  const from = { ...fitted(bands, start, "gompertz"), floor: 0 };
  if (!Number.isFinite(from.slope)) return from;
  return fitMakeham(
    bands.map(({ age, deaths, population }) => ({ x: age - start, deaths, population })),
    from,
  );
}

/** Fits the law by Fisher's scoring, steps halved until the likelihood rises; the level is that at the start of the open band. */
function fitted(
  bands: readonly Band[],
  start: number,
  law: string,
): { readonly level: number; readonly slope: number } {
  let level = law === "gompertz" ? -1.5 : -1;
  let slope = 0.1;
  let best = likelihood(bands, start, law, level, slope);
  for (let step = 0; step < 100; step++) {
    let [gradient0, gradient1, i00, i01, i11] = [0, 0, 0, 0, 0];
    for (const { age, deaths, population } of bands) {
      const rate = rateOf(level + slope * (age - start), law);
      const pull = law === "gompertz" ? 1 : 1 - rate;
      const residual = (deaths - population * rate) * pull;
      const weight = population * rate * pull * pull;
      const x = age - start;
      gradient0 += residual;
      gradient1 += residual * x;
      i00 += weight;
      i01 += weight * x;
      i11 += weight * x * x;
    }
    const determinant = i00 * i11 - i01 * i01;
    const move0 = (i11 * gradient0 - i01 * gradient1) / determinant;
    const move1 = (i00 * gradient1 - i01 * gradient0) / determinant;
    if (!Number.isFinite(move0) || !Number.isFinite(move1)) return { level, slope: Number.NaN };
    let part = 1;
    while (part > 1e-9 && !(likelihood(bands, start, law, level + part * move0, slope + part * move1) >= best))
      part /= 2;
    if (part <= 1e-9) break;
    level += part * move0;
    slope += part * move1;
    best = likelihood(bands, start, law, level, slope);
    if (Math.abs(move0) < 1e-12 && Math.abs(move1) < 1e-13) break;
  }
  return { level, slope };
}

function likelihood(bands: readonly Band[], start: number, law: string, level: number, slope: number): number {
  let sum = 0;
  for (const { age, deaths, population } of bands) {
    const rate = rateOf(level + slope * (age - start), law);
    sum += (deaths === 0 ? 0 : deaths * Math.log(rate)) - population * rate;
  }
  return sum;
}

function rateOf(predictor: number, law: string): number {
  return law === "gompertz" ? Math.exp(predictor) : 1 / (1 + Math.exp(-predictor));
}

/** The integral of survival from the start of the open band, by Simpson's rule, until next to nobody is left. */
function yearsAbove(level: number, slope: number, floor: number, law: string): number {
  const survival = (t: number) =>
    law !== "kannisto"
      ? Math.exp(-floor * t - (Math.exp(level) / slope) * Math.expm1(slope * t))
      : Math.exp((softplus(level) - softplus(level + slope * t)) / slope);
  let end = 1;
  while (survival(end) > 1e-16 && end < 1e6) end *= 2;
  const pieces = 4000;
  const width = end / pieces;
  let sum = survival(0) + survival(end);
  for (let i = 1; i < pieces; i++) sum += (i % 2 === 1 ? 4 : 2) * survival(i * width);
  return (sum * width) / 3;
}

/** ln(1 + eˣ), where eˣ may be too large for a number. */
function softplus(x: number): number {
  return x > 30 ? x : Math.log1p(Math.exp(x));
}

function requireBand(deaths: number, population: number, start: number, next: number | undefined, band: number): void {
  if (deaths < 0 || deaths === Infinity) {
    throw new RangeError(`openBandExpectancy: deaths must be 0 or more, got ${deaths} in band ${band}`);
  }
  if (population <= 0 || population === Infinity) {
    throw new RangeError(`openBandExpectancy: population must be above 0, got ${population} in band ${band}`);
  }
  if (!(start >= 0 && start < Infinity) || (next !== undefined && !(next > start))) {
    throw new RangeError(
      `openBandExpectancy: bands must start at ages that rise from 0 or more, got ${start}${next === undefined ? "" : `, then ${next},`} in band ${band}`,
    );
  }
}
