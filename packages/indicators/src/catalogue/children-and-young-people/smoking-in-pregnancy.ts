import { councilProfile } from "../../council-profile.ts";

/** Smoking in pregnancy, by council, as ScotPHO publishes it. */
export const smokingInPregnancy = councilProfile({
  id: "smoking-in-pregnancy",
  title: "Smoking in pregnancy",
  domain: "Children and young people",
  subject: "the share of women recorded as smokers at their first antenatal appointment",
  meaning:
    "Women recorded as current smokers at antenatal booking, among those whose smoking is known, over three financial years.",
  unit: "%",
  counts: null,
  per: 100,
  better: "lower",
  published: "Smoking during pregnancy",
  method: "percentage of three financial years",
});
