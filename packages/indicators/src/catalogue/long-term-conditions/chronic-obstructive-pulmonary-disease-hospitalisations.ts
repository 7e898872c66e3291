import { councilProfile } from "../../council-profile.ts";

/** Patients in hospital with COPD, by council, as ScotPHO publishes it. */
export const chronicObstructivePulmonaryDiseaseHospitalisations = councilProfile({
  id: "chronic-obstructive-pulmonary-disease-hospitalisations",
  title: "Patients in hospital with COPD",
  domain: "Long-term conditions and physical health",
  subject: "the age-sex standardised rate of people admitted to hospital with chronic obstructive pulmonary disease",
  meaning:
    "People aged 16 and over with at least one stay in hospital with chronic obstructive pulmonary disease (COPD), the mean of three financial years.",
  unit: "people per 100,000 people",
  counts: null,
  per: 100_000,
  better: "lower",
  published: "Chronic obstructive pulmonary disease (COPD) patient hospitalisations",
  method: "directly age-sex standardised to ESP 2013, mean of three financial years",
});
