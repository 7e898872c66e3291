import { councilProfile } from "../../council-profile.ts";

/** Healthy birth weight, by council, as ScotPHO publishes it. */
export const healthyBirthWeight = councilProfile({
  id: "healthy-birth-weight",
  title: "Healthy birth weight",
  domain: "Children and young people",
  subject: "the share of babies of healthy birth weight",
  meaning: "Live singleton babies of a weight appropriate for their gestation, over three financial years.",
  unit: "%",
  counts: null,
  per: 100,
  better: "higher",
  published: "Healthy birth weight",
  method: "percentage of three financial years",
});
