import { sumAcross, sumOver } from "@popneeds/core";
import { broughtCaveats, burdenBrought, burdenInputs } from "../../burden/burden-brought.ts";
import { indicator } from "../../indicator.ts";

/** Years of life lost and lived with disability per 100,000 people, by cause: from a table that a user brought, else none. */
export const disabilityAdjustedLifeYears = indicator({
  id: "disability-adjusted-life-years",
  title: "Disability-adjusted life years",
  domain: "Burden of disease and projected need",
  subject: "the rate of disability-adjusted life years",
  meaning:
    "Years of life lost to death and years lived with disability, added up, divided by all people of the same year, per 100,000. Years are those of a table that was added to the data folder; none comes with popneeds. Where either part is not available, neither is the sum.",
  unit: "years per 100,000 people",
  counts: "years of healthy life a year",
  per: 100_000,
  better: "lower",
  certainty: "full count",
  decimals: 0,
  caveats: [
    ...broughtCaveats,
    "Years lost are those of that table, by its own reference life table: they need not be those shown as years of life lost.",
  ],
  inputs: burdenInputs,
  compute: (tables, setting) =>
    burdenBrought(tables, setting, (rows) =>
      sumAcross(sumOver(rows, "sex"), "years", "yearsOfLifeLost", "yearsLivedWithDisability"),
    ),
});
