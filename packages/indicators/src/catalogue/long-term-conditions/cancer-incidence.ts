import { evenAgeBands, into, keep, over, withKey, withoutKey } from "@popneeds/core";
import { cancerIncidence as incidenceSchema, populationByYear } from "@popneeds/ingest";
import { directRate } from "@popneeds/methods";
import { esp2013 } from "@popneeds/population";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";

/** New cancers by year and sex, per 100,000 people, standardised to the European Standard Population; Scotland. */
export const cancerIncidence = indicator({
  id: "cancer-incidence",
  title: "New cancers",
  domain: "Long-term conditions and physical health",
  subject: "the age-standardised rate of new cancers",
  meaning:
    "Cancers of all types but non-melanoma skin cancer registered in a year, per 100,000 people of the sex, as if they had the age structure of the European Standard Population 2013.",
  unit: "cases per 100,000 people",
  counts: "cases",
  per: 100_000,
  better: "lower",
  certainty: "estimate",
  decimals: 1,
  caveats: [
    "Counted for Scotland only: cancers by age are not in the open files for smaller areas.",
    "2020 was low because fewer cancers were found during the pandemic, not because fewer people had them.",
  ],
  inputs: {
    incidence: input("cancer-incidence", incidenceSchema),
    country: input("population-estimates-country", populationByYear),
  },
  compute({ incidence, country }, { areas }): readonly Estimate[] {
    const people = withKey(
      keep(into(country, evenAgeBands({ by: 5, to: 90 })), { area: (area) => areas.has(area) }),
      "level",
      "country",
    );
    if (people.length === 0) return [];
    const cases = withoutKey(withoutKey(keep(incidence, { site: "All cancer types" }), "icd10"), "site");
    const located = withKey(withKey(cases, "area", people.keys.area.values[0]!), "level", "country");
    return estimatesOf(directRate(over(located, people), esp2013), {
      method: "directly standardised to ESP 2013 in 19 bands of age, Byar–Dobson 95% limits",
    });
  },
});
