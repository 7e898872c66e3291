import { calendarYears, keep, only, over, recode, sumOver } from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { emergencyAdmissions as admissionsSchema } from "@popneeds/ingest";
import { crudeRate } from "@popneeds/methods";
import { estimatesOf } from "../../estimates-of.ts";
import { estimatedPeople } from "../../estimates-of-year.ts";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { estimateSeries } from "../../people/population-series.ts";
import { withinAreas } from "../../within-areas.ts";
import { madeUpOf } from "../../zones/made-up-of.ts";

/** Emergency admissions to hospital in the 52 weeks that ended in 2022, per 100,000 people. */
export const emergencyAdmissions = indicator({
  id: "emergency-admissions",
  title: "Emergency admissions",
  domain: "Unscheduled care",
  subject: "the rate of emergency admissions to hospital",
  meaning:
    "Emergency admissions in the 52 weeks that ended in 2022, per 100,000 people, mid-2022; by partnership of residence, regions and Scotland being the sum of partnerships.",
  unit: "admissions per 100,000 people",
  counts: "admissions",
  per: 100_000,
  better: "lower",
  certainty: "events",
  decimals: 0,
  caveats: [
    "It is not adjusted for age: an older population has more admissions.",
    "Weeks with fewer than five admissions in a deprivation fifth are left out by the publisher, so small partnerships sum a little too low.",
    "One person can be admitted several times; the limits take admissions as independent and are somewhat too narrow.",
  ],
  inputs: { admissions: input("hospital-emergency-admissions", admissionsSchema), ...estimateSeries },
  compute({ admissions, ...series }, setting) {
    const year = calendarYears(2022);
    const weeks = keep(admissions, { period: ({ label }) => label.startsWith("2022-") });
    const ofYear = recode(sumOver(only(weeks, "admissions"), "quintile"), "period", () => year, "52 weeks summed");
    const madeUp = madeUpOf("partnership", ofYear.keys.area.values, setting);
    const levels = ["partnership", "board", "region", "country", ...madeUp];
    const rolled = withinAreas(rollUp(ofYear, setting.places, levels, { from: "partnership" }), setting);
    const people = estimatedPeople(series, setting, (of) => of === 2022);
    return estimatesOf(crudeRate(over(rolled, people)), {
      method: "crude rate per 100,000, Byar's 95% limits (exact below 10 events)",
    });
  },
});
