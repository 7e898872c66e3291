import { councilProfile } from "../../council-profile.ts";

/** Patients in hospital with coronary heart disease, by council, as ScotPHO publishes it. */
export const coronaryHeartDiseaseHospitalisations = councilProfile({
  id: "coronary-heart-disease-hospitalisations",
  title: "Patients in hospital with coronary heart disease",
  domain: "Long-term conditions and physical health",
  subject: "the age-sex standardised rate of people admitted to hospital with coronary heart disease",
  meaning: "People with at least one stay in hospital with coronary heart disease, the mean of three financial years.",
  unit: "people per 100,000 people",
  counts: null,
  per: 100_000,
  better: "lower",
  published: "Coronary heart disease (CHD) patient hospitalisations",
  method: "directly age-sex standardised to ESP 2013, mean of three financial years",
});
