import { councilProfile } from "../../council-profile.ts";

/** Alcohol-related hospital stays, by council, as ScotPHO publishes it. */
export const alcoholAdmissions = councilProfile({
  id: "alcohol-admissions",
  title: "Alcohol-related hospital stays",
  domain: "Lifestyle and risk factors",
  subject: "the age-sex standardised rate of alcohol-related hospital stays",
  meaning: "Stays in general acute hospitals with an alcohol-related diagnosis in any position, in a financial year.",
  unit: "stays per 100,000 people",
  counts: "stays",
  per: 100_000,
  better: "lower",
  published: "Alcohol-related hospital admissions",
  method: "directly age-sex standardised to ESP 2013, one financial year",
});
