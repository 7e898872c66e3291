import { sumAcross, sumOver } from "@popneeds/core";
import { broughtCaveats, burdenBrought, burdenInputs } from "../../burden/burden-brought.ts";
import { indicator } from "../../indicator.ts";

/** Years lived with disability per 100,000 people, by cause: from a table that a user brought, else none. */
export const yearsLivedWithDisability = indicator({
  id: "years-lived-with-disability",
  title: "Years lived with disability",
  domain: "Burden of disease and projected need",
  subject: "the rate of years lived with disability",
  meaning:
    "People who have a condition times the disability weights of how severely they have it, in years of healthy life a year, divided by all people of the same year, per 100,000. Years are those of a table that was added to the data folder; none comes with popneeds.",
  unit: "years per 100,000 people",
  counts: "years of healthy life a year",
  per: 100_000,
  better: "lower",
  certainty: "full count",
  decimals: 0,
  caveats: broughtCaveats,
  inputs: burdenInputs,
  compute: (tables, setting) =>
    burdenBrought(tables, setting, (rows) => sumAcross(sumOver(rows, "sex"), "years", "yearsLivedWithDisability")),
});
