import { councilProfile } from "../../council-profile.ts";

/** Alcohol-specific deaths, by council, as ScotPHO publishes it. */
export const alcoholDeaths = councilProfile({
  id: "alcohol-deaths",
  title: "Alcohol-specific deaths",
  domain: "Lifestyle and risk factors",
  subject: "the age-sex standardised rate of alcohol-specific deaths",
  meaning: "Deaths from causes that are wholly due to alcohol, the mean of five calendar years.",
  unit: "deaths per 100,000 people",
  counts: null,
  per: 100_000,
  better: "lower",
  published: "Alcohol-specific deaths",
  method: "directly age-sex standardised to ESP 2013, mean of five years",
});
