import { crudeRate, expectedEvents, indirectRate, indirectRatio } from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { numberOption, numbersOf, requireKnown } from "./columns.ts";
import { layOut, levels, methodOfLimits, sum } from "./phe.ts";

// The manners of PHEindicatormethods 2.1.0: a missing number of the area or of the reference's events is taken as 0.

/** `calculate_ISRatio`: one indirectly standardised ratio. */
export function calculateIsRatio(inputs: Inputs, options: Options) {
  requireKnown(options, ["confidence", "refvalue", "type"]);
  const { observed, expected } = counts(inputs);
  const per = numberOption(options, "refvalue", 1);
  return {
    observed: [observed],
    expected: [expected],
    ...layOut(options, (level) => [indirectRatio(observed, expected, { per, level })]),
    method: [methodOfLimits(observed, levels(options)[0]!)],
  };
}

/** `calculate_ISRate`: one indirectly standardised rate, and the crude rate of the reference that it is scaled by. */
export function calculateIsRate(inputs: Inputs, options: Options) {
  requireKnown(options, ["confidence", "multiplier", "type"]);
  const { observed, expected, reference } = counts(inputs);
  const per = numberOption(options, "multiplier", 100_000);
  const { value: rate } = crudeRate(sum(reference.events), sum(reference.population), { per });
  return {
    observed: [observed],
    expected: [expected],
    ref_rate: [rate],
    ...layOut(options, (level) => [indirectRate(observed, expected, rate, { level })]),
    method: [methodOfLimits(observed, levels(options)[0]!)],
  };
}

function counts(inputs: Inputs) {
  const orZero = (name: string) => numbersOf(inputs, name).map((number) => (Number.isNaN(number) ? 0 : number));
  const reference = { events: orZero("x_ref"), population: numbersOf(inputs, "n_ref") };
  const events = orZero("x");
  const negative = events.find((x) => x < 0);
  if (negative !== undefined) throw new RangeError(`events must be 0 or more, got ${negative}`);
  return {
    observed: sum(events),
    expected: expectedEvents(orZero("n"), reference.events, reference.population),
    reference,
  };
}
