import { calendarYears } from "@popneeds/core";
import { censusEthnicGroup } from "@popneeds/ingest";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { shareOfZones } from "../../zones/share-of-zones.ts";

/** The share of people in a minority ethnic group: everybody but those who gave a White group. */
export const ethnicMinority = indicator({
  id: "ethnic-minority",
  title: "People of a minority ethnic group",
  domain: "Demography",
  subject: "the share of people of a minority ethnic group",
  meaning:
    "People who gave a mixed, Asian, African, Caribbean or Black, or other ethnic group, among all people, at the census of 2022.",
  unit: "%",
  counts: "people",
  per: 100,
  better: "neither",
  certainty: "full count",
  decimals: 1,
  caveats: [
    "White minorities, such as Polish people and Gypsy/Travellers, are not counted here.",
    "The census alters small counts a little to protect people, so sums of small areas can be a few people off.",
  ],
  inputs: { census: input("census-ethnic-group-2022", censusEthnicGroup) },
  compute({ census }, setting) {
    const groups = ["mixed", "asian", "african", "caribbeanOrBlack", "other"] as const;
    return shareOfZones(census, { part: groups, whole: "people", period: calendarYears(2022) }, setting);
  },
});
