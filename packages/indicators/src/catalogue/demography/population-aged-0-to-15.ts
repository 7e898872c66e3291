import { ageShare } from "../../people/age-share.ts";

/** Children as a share of the population. */
export const populationAged0To15 = ageShare({
  id: "population-aged-0-to-15",
  title: "People aged 0 to 15",
  subject: "the share of people aged 0 to 15",
  band: { from: 0, to: 16 },
});
