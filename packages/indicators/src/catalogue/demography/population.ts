import { sumOver } from "@popneeds/core";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { smallAreaPeople, smallAreas } from "../../zones/small-area-people.ts";

/** Everybody who lives in the area, mid-2021, at every level from the locality up. */
export const population = indicator({
  id: "population",
  title: "Population, mid-2021",
  domain: "Demography",
  subject: "the population",
  meaning: "Everybody usually resident on 30 June 2021, from the small-area estimates.",
  unit: "people",
  counts: "people",
  per: null,
  better: "neither",
  certainty: "full count",
  decimals: 0,
  caveats: [
    "Small-area estimates of 2021 come from before the rebasing to Census 2022: for Scotland they are about 67,000 higher than the latest mid-2021 estimate. They are not mixed with it.",
  ],
  inputs: { smallAreas },
  compute({ smallAreas: table }, setting) {
    return estimatesOf(sumOver(smallAreaPeople(table, setting), "age", "sex"), {
      method: "small-area estimates summed; a full count, so no limits",
      value: "people",
      numerator: null,
      denominator: null,
    });
  },
});
