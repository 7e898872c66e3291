import { ageShare } from "../../people/age-share.ts";

/** The oldest people as a share of the population. */
export const populationAged85AndOver = ageShare({
  id: "population-aged-85-and-over",
  title: "People aged 85 and over",
  subject: "the share of people aged 85 and over",
  band: { from: 85, to: Infinity },
});
