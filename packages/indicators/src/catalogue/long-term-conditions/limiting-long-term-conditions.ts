import { calendarYears, only, sumAcross, withKey } from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { censusLimitingConditions } from "@popneeds/ingest";
import { share } from "@popneeds/methods";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { rolledUpLevels } from "../../levels.ts";
import { withinAreas } from "../../within-areas.ts";

/** The share of people whose day-to-day activities are limited by a long-term condition, at the census. */
export const limitingLongTermConditions = indicator({
  id: "limiting-long-term-conditions",
  title: "People limited by a long-term condition",
  domain: "Long-term conditions and physical health",
  subject: "the share of people whose day-to-day activities are limited by a long-term health problem or disability",
  meaning:
    "People whose day-to-day activities are limited a lot or a little by a health problem or disability that has lasted, or is expected to last, twelve months or more, among all people, at the census of 2022.",
  unit: "%",
  counts: "people",
  per: 100,
  better: "lower",
  certainty: "full count",
  decimals: 1,
  caveats: [
    "It is not adjusted for age: an older area will have more people with limiting conditions, and that is what a service has to meet.",
    "The census alters small counts a little to protect people, so sums of small areas can be a few people off.",
  ],
  inputs: { census: input("census-limiting-conditions-2022", censusLimitingConditions) },
  compute({ census }, setting) {
    const rolled = withinAreas(
      withKey(rollUp(census, setting.places, rolledUpLevels), "period", calendarYears(2022)),
      setting,
    );
    const limited = sumAcross(rolled, "limited", "limitedALot", "limitedALittle");
    return estimatesOf(share(limited, only(rolled, "people")), { method: "share of a full count, so no limits" });
  },
});
