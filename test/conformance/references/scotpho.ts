import { byarLimits, wilsonLimits } from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { numberOption, numbersOf, requireKnown } from "./columns.ts";

// The manners of ScotPHO's production code: 1.96 for z, Byar's limits for every count, percentages to two decimals.

const deviate = 1.96;

/** `calculate_crude_rate`: a crude rate a row; the lower limit of no events is missing. */
export function calculateCrudeRate(inputs: Inputs, options: Options) {
  requireKnown(options, ["crude_rate"]);
  const per = numberOption(options, "crude_rate", 100_000);
  const events = numbersOf(inputs, "numerator");
  const population = numbersOf(inputs, "denominator");
  const limits = events.map((x) => byarLimits(x, 0.95, { deviate, noEvents: "missing" }));
  const scaled = (counts: readonly number[]) => counts.map((count, i) => (count / population[i]!) * per);
  return {
    rate: scaled(events),
    lowci: scaled(limits.map(({ lower }) => lower)),
    upci: scaled(limits.map(({ upper }) => upper)),
  };
}

/** `calculate_percent`: a percentage a row. */
export function calculatePercent(inputs: Inputs, options: Options) {
  requireKnown(options, []);
  const total = numbersOf(inputs, "denominator");
  const events = numbersOf(inputs, "numerator");
  const limits = events.map((x, i) => wilsonLimits(x, total[i]!, 0.95, { deviate }));
  return {
    rate: events.map((x, i) => toTwoDecimals((x / total[i]!) * 100)),
    lowci: limits.map(({ lower }) => toTwoDecimals(lower * 100)),
    upci: limits.map(({ upper }) => toTwoDecimals(upper * 100)),
  };
}

/** R's `round(x, 2)`: the nearer of the two neighbours, the even one where both are as near. */
function toTwoDecimals(x: number): number {
  const below = Math.floor(x * 100);
  const [down, up] = [below / 100, (below + 1) / 100];
  const nearer = x - down - (up - x);
  if (nearer === 0) return below % 2 === 0 ? down : up;
  return nearer < 0 ? down : up;
}
