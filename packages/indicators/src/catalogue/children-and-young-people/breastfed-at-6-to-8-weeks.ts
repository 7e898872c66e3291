import { councilProfile } from "../../council-profile.ts";

/** Exclusively breastfed at 6 to 8 weeks, by council, as ScotPHO publishes it. */
export const breastfedAt6To8Weeks = councilProfile({
  id: "breastfed-at-6-to-8-weeks",
  title: "Exclusively breastfed at six to eight weeks",
  domain: "Children and young people",
  subject: "the share of babies exclusively breastfed at six to eight weeks",
  meaning: "Babies exclusively breastfed at the 6 to 8 week review, among those reviewed, over three financial years.",
  unit: "%",
  counts: null,
  per: 100,
  better: "higher",
  published: "Babies exclusively breastfed at 6-8 weeks",
  method: "percentage of three financial years",
});
