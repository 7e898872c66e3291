import { councilProfile } from "../../council-profile.ts";

/** MMR immunisation by 24 months, by council, as ScotPHO publishes it. */
export const measlesMumpsRubellaImmunisation = councilProfile({
  id: "measles-mumps-rubella-immunisation",
  title: "MMR immunisation by 24 months",
  domain: "Children and young people",
  subject: "the share of children immunised against measles, mumps and rubella by the age of two",
  meaning:
    "Children who had their first MMR dose by the age of 24 months, among those who reached it, over three calendar years.",
  unit: "%",
  counts: null,
  per: 100,
  better: "higher",
  published: "Immunisation uptake at 24 months - MMR",
  method: "percentage of three calendar years",
});
