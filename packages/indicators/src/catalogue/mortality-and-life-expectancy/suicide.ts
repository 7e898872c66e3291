import { councilProfile } from "../../council-profile.ts";

/** Deaths from suicide, aged 16 and over, by council, as ScotPHO publishes it. */
export const suicide = councilProfile({
  id: "suicide",
  title: "Deaths from suicide, aged 16 and over",
  domain: "Mortality and life expectancy",
  subject: "the age-standardised rate of deaths from probable suicide",
  meaning: "Deaths from probable suicide of people aged 16 and over, the mean of five calendar years.",
  unit: "deaths per 100,000 people",
  counts: null,
  per: 100_000,
  better: "lower",
  published: "Deaths from suicide (16+ years)",
  method: "directly age-standardised to ESP 2013, mean of five years",
});
