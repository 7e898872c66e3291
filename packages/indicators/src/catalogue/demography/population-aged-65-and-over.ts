import { ageShare } from "../../people/age-share.ts";

/** Older people as a share of the population. */
export const populationAged65AndOver = ageShare({
  id: "population-aged-65-and-over",
  title: "People aged 65 and over",
  subject: "the share of people aged 65 and over",
  band: { from: 65, to: Infinity },
});
