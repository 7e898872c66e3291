import { sumOver } from "@popneeds/core";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { byBand, planningBands } from "../../people/by-band.ts";
import { projectedPeople, projectionInputs } from "../../people/projected-people.ts";

/** The people projected to live in the area, by year to 2043. Localities are derived, and add up to their partnership. */
export const populationProjection = indicator({
  id: "population-projection",
  title: "Projected population",
  domain: "Demography",
  subject: "the projected population",
  meaning:
    "People projected to be resident on 30 June of the year by the principal projection of 2018. A locality is given its share of its partnership's people of each sex and age, mid-2021.",
  unit: "people",
  counts: "people",
  per: null,
  better: "neither",
  certainty: "full count",
  decimals: 0,
  caveats: [
    "A projection carries past trends forward; it is not a forecast, and it knows nothing of plans. Its base is 2018: it saw neither the pandemic nor Census 2022.",
    "Localities are modelled: each is assumed to keep its share of its partnership's people of each sex and age.",
  ],
  inputs: projectionInputs,
  compute(tables, setting) {
    return projectedPeople(tables, setting).flatMap((people) => {
      const byAge = sumOver(people, "sex");
      const modelled = people.provenance.evidence === "modelled";
      const method = modelled
        ? "share of the partnership's projection by sex and age; adds up to the partnership"
        : "principal projection, 2018-based, as published";
      const count = { method, value: "people", numerator: null, denominator: null };
      return [
        ...estimatesOf(sumOver(byAge, "age"), count),
        ...byBand(byAge, planningBands).flatMap(({ band, table }) => estimatesOf(table, { ...count, age: band.label })),
      ];
    });
  },
});
