import { calendarYears, only, sumAcross, withKey } from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { censusEthnicGroup } from "@popneeds/ingest";
import { share } from "@popneeds/methods";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { rolledUpLevels } from "../../levels.ts";
import { withinAreas } from "../../within-areas.ts";

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
    const rolled = withinAreas(
      withKey(rollUp(census, setting.places, rolledUpLevels), "period", calendarYears(2022)),
      setting,
    );
    const groups = ["mixed", "asian", "african", "caribbeanOrBlack", "other"] as const;
    return estimatesOf(share(sumAcross(rolled, "minority", ...groups), only(rolled, "people")), {
      method: "share of a full count, so no limits; four groups and other summed",
    });
  },
});
