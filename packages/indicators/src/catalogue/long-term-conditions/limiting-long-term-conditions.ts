import { calendarYears } from "@popneeds/core";
import { censusLimitingConditions } from "@popneeds/ingest";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { shareOfZones } from "../../zones/share-of-zones.ts";

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
    const limited = ["limitedALot", "limitedALittle"] as const;
    return shareOfZones(census, { part: limited, whole: "people", period: calendarYears(2022) }, setting);
  },
});
