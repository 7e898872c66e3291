import {
  endYear,
  financialYear,
  financialYearOf,
  keep,
  only,
  recode,
  sumOver,
  withKey,
  withoutKey,
} from "@popneeds/core";
import { rollUp } from "@popneeds/geography";
import { delayedDischarge } from "@popneeds/ingest";
import { ratio } from "@popneeds/methods";
import { estimatesOf } from "../../estimates-of.ts";
import { estimatedPeople } from "../../estimates-of-year.ts";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { aged } from "../../people/aged.ts";
import { estimateSeries } from "../../people/population-series.ts";
import { withinAreas } from "../../within-areas.ts";
import { madeUpOf } from "../../zones/made-up-of.ts";

const whole = (year: number) => year >= 2017 && year <= 2023;

/** Days that adults spent in hospital after they were ready to leave it, in a financial year, per 1,000 adults. */
export const delayedBedDays = indicator({
  id: "delayed-bed-days",
  title: "Bed days of delayed discharges",
  domain: "Unscheduled care",
  subject: "the number of days that adults spent in hospital while ready to leave it",
  meaning:
    "Bed days occupied by people aged 18 and over who were clinically ready for discharge, for any reason of delay, in a financial year, per 1,000 people aged 18 and over at the middle of the year in which it begins.",
  unit: "days per 1,000 people aged 18 and over",
  counts: "bed days",
  per: 1000,
  better: "lower",
  certainty: "full count",
  decimals: 1,
  caveats: [
    "By council of residence; a partnership, board or region is the sum of its councils. Scotland also holds the days of people whose council is not known.",
    "Days of one person are not independent of each other, so the count has no Poisson limits.",
  ],
  inputs: { delays: input("hospital-delayed-discharge", delayedDischarge), ...estimateSeries },
  compute({ delays, ...series }, setting) {
    const people = recode(
      estimatedPeople(series, setting, whole, aged(18)),
      "period",
      ({ label }) => financialYear(Number(label)),
      "mid-year people taken for the financial year that begins in the year",
    );
    const all = keep(delays, {
      ages: "18plus",
      reason: "all",
      period: (month) => whole(endYear(financialYearOf(month)) - 1),
    });
    const byYear = recode(
      sumOver(all, "ages", "reason"),
      "period",
      financialYearOf,
      "months summed into financial years",
    );
    const byCouncil = withoutKey(keep(byYear, { level: "council" }), "level");
    const madeUp = madeUpOf("council", byCouncil.keys.area.values, setting);
    const levels = ["council", "partnership", "board", "region", ...madeUp];
    const local = rollUp(byCouncil, setting.places, levels, { from: "council" });
    const country = withKey(withoutKey(keep(byYear, { level: "country" }), "level"), "level", "country");
    const counted = [local, country].map((days) => withinAreas(days, setting)).filter((days) => days.length > 0);
    return counted.flatMap((days) =>
      estimatesOf(ratio(only(days, "bedDays"), people, { per: 1000 }), {
        method: "bed days of the financial year over mid-year people; a full count, so no limits",
        age: "18+",
      }),
    );
  },
});
