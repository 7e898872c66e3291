import { councilProfile } from "../../council-profile.ts";

/** Developmental concerns at 27 to 30 months, by council, as ScotPHO publishes it. */
export const developmentalConcerns = councilProfile({
  id: "developmental-concerns",
  title: "Developmental concerns at 27 to 30 months",
  domain: "Children and young people",
  subject: "the share of children with a developmental concern at their review at the age of two",
  meaning:
    "Children with a concern in at least one area of development at the 27 to 30 month review, among those reviewed, over three financial years.",
  unit: "%",
  counts: null,
  per: 100,
  better: "lower",
  published: "Developmental concerns at 27-30 months",
  method: "percentage of three financial years",
});
