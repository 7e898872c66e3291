import { expectedEvents } from "@popneeds/burden";
import { type Additive, type Age, type Exposed, into, keep, type Period, type Sex, sumOver } from "@popneeds/core";
import type { Estimate } from "../estimate.ts";
import { estimatesOf } from "../estimates-of.ts";
import type { TablesOf } from "../input.ts";
import { planningYears } from "../people/horizons.ts";
import { projectedPeople, type projectionInputs } from "../people/projected-people.ts";
import type { Setting } from "../setting.ts";
import { rateBands } from "./national-rates.ts";

/** The events that national rates by sex and age imply for the projected people of the years that plans look to. */
export function expectedAhead(
  rates: Exposed<{ readonly period: Period; readonly sex: Sex; readonly age: Age }, Additive>,
  projections: TablesOf<typeof projectionInputs>,
  setting: Setting,
  { method }: { readonly method: string },
): readonly Estimate[] {
  return projectedPeople(projections, setting).flatMap((people) => {
    const wanted = into(keep(people, { period: planningYears }), rateBands);
    return estimatesOf(sumOver(expectedEvents(rates, wanted), "sex", "age"), {
      method,
      value: "events",
      numerator: null,
      denominator: null,
    });
  });
}
