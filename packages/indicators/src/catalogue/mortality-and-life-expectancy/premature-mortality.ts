import { councilProfile } from "../../council-profile.ts";

/** Deaths under 75, by council, as ScotPHO publishes it. */
export const prematureMortality = councilProfile({
  id: "premature-mortality",
  title: "Deaths under 75",
  domain: "Mortality and life expectancy",
  subject: "the age-sex standardised rate of deaths under the age of 75",
  meaning: "Deaths from any cause before the age of 75, the mean of three calendar years, per 100,000 people under 75.",
  unit: "deaths per 100,000 people",
  counts: null,
  per: 100_000,
  better: "lower",
  published: "Deaths, under 75 years",
  method: "directly age-sex standardised to ESP 2013, mean of three years",
  caveats: ["2020 to 2022 includes the deaths of the COVID-19 pandemic."],
});
