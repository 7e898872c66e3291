import { councilProfile } from "../../council-profile.ts";

/** People over 65 with several emergency admissions, by council, as ScotPHO publishes it. */
export const multipleEmergencyAdmissions = councilProfile({
  id: "multiple-emergency-admissions",
  title: "People over 65 with several emergency admissions",
  domain: "Unscheduled care",
  subject: "the age-sex standardised rate of people over 65 with two or more emergency admissions in a year",
  meaning:
    "People over 65 with two or more emergency admissions to hospital within a year, the mean of three calendar years.",
  unit: "people per 100,000 people",
  counts: null,
  per: 100_000,
  better: "lower",
  published: "Multiple emergency hospital admissions, aged >65 years",
  method: "directly age-sex standardised to ESP 2013, mean of three years",
});
