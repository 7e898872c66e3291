import { councilProfile } from "../../council-profile.ts";

/** Patients in psychiatric hospital, by council, as ScotPHO publishes it. */
export const psychiatricHospitalisations = councilProfile({
  id: "psychiatric-hospitalisations",
  title: "Patients in psychiatric hospital",
  domain: "Mental health",
  subject: "the age-sex standardised rate of people discharged from psychiatric hospital",
  meaning: "People discharged from psychiatric hospitals, the mean of three financial years.",
  unit: "people per 100,000 people",
  counts: null,
  per: 100_000,
  better: "lower",
  published: "Psychiatric patient hospitalisations",
  method: "directly age-sex standardised to ESP 2013, mean of three financial years",
});
