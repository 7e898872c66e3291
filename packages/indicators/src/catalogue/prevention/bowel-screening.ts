import { councilProfile } from "../../council-profile.ts";

/** Bowel screening uptake, by council, as ScotPHO publishes it. */
export const bowelScreening = councilProfile({
  id: "bowel-screening",
  title: "Bowel screening uptake",
  domain: "Prevention: screening and immunisation",
  subject: "the share of people invited for bowel screening who took part",
  meaning: "People aged 50 to 74 who returned a completed kit, among those invited, over three calendar years.",
  unit: "%",
  counts: null,
  per: 100,
  better: "higher",
  published: "Bowel screening uptake",
  method: "percentage of three calendar years",
});
