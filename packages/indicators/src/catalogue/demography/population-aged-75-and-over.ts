import { ageShare } from "../../people/age-share.ts";

/** People at the ages at which most long-term care begins, as a share of the population. */
export const populationAged75AndOver = ageShare({
  id: "population-aged-75-and-over",
  title: "People aged 75 and over",
  subject: "the share of people aged 75 and over",
  band: { from: 75, to: Infinity },
});
