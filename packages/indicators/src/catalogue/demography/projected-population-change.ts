import { calendarYears, endYear, keep, type Period, sumOver } from "@popneeds/core";
import type { Estimate } from "../../estimate.ts";
import { indicator } from "../../indicator.ts";
import { byBand, planningBands } from "../../people/by-band.ts";
import { horizons } from "../../people/horizons.ts";
import { baseYear, projectedPeople, projectionInputs } from "../../people/projected-people.ts";
import { percentageChange } from "../../percentage-change.ts";

const at = (year: number) => ({ period: (period: Period) => endYear(period) === year });

/** How far each band of ages is projected to grow or shrink in five, ten and twenty years, inside the projection. */
export const projectedPopulationChange = indicator({
  id: "projected-population-change",
  title: "Projected population change",
  domain: "Demography",
  subject: "the projected change in population",
  meaning:
    "Projected people of a later year less those that the same projection gives for 2023, as a share of the latter. Both ends come from one projection, so that editions are not mixed.",
  unit: "%",
  counts: "people",
  per: 100,
  better: "neither",
  certainty: "full count",
  decimals: 1,
  caveats: ["A projection carries past trends forward; it is not a forecast."],
  inputs: projectionInputs,
  compute(tables, setting): readonly Estimate[] {
    return projectedPeople(tables, setting).flatMap((people) => {
      const byAge = sumOver(people, "sex");
      return horizons.flatMap((ahead) => {
        const year = baseYear + ahead;
        const options = {
          period: calendarYears(baseYear, year),
          method: "change inside one projection; no limits are published",
        };
        const all = sumOver(byAge, "age");
        return [
          ...percentageChange(keep(all, at(baseYear)), keep(all, at(year)), options),
          ...byBand(byAge, planningBands).flatMap(({ band, table }) =>
            percentageChange(keep(table, at(baseYear)), keep(table, at(year)), { ...options, age: band.label }),
          ),
        ];
      });
    });
  },
});
