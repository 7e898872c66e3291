import { sumOver } from "@popneeds/core";
import { careHomeResidents as residentsSchema } from "@popneeds/ingest";
import { residentsOfCareHomes } from "../../care/social-care-counts.ts";
import { usersPerHead } from "../../care/users-per-head.ts";
import { estimatedPeople } from "../../estimates-of-year.ts";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { agedIn, olderBands } from "../../people/aged.ts";
import { estimateSeries } from "../../people/population-series.ts";

const quarter = "2020/21 Q4";

/** Residents of care homes aged 65 and over, for every 1,000 people of these ages. */
export const careHomeResidents = indicator({
  id: "care-home-residents",
  title: "Care home residents aged 65 and over",
  domain: "Social care, older people, carers",
  subject: "the number of people aged 65 and over who live in care homes",
  meaning:
    "Residents of care homes aged 65 and over, all stays, in January to March 2021, per 1,000 people of these ages, mid-2021.",
  unit: "per 1,000 people of these ages",
  counts: "people",
  per: 1000,
  better: "neither",
  certainty: "full count",
  decimals: 1,
  caveats: [
    "The publisher rounds counts to 5. Na h-Eileanan Siar did not report and is not in the figure for Scotland.",
    "The quarter lies in the pandemic, when many residents had died and fewer moved in.",
  ],
  inputs: { residents: input("social-care-care-home-residents", residentsSchema), ...estimateSeries },
  compute({ residents, ...series }, setting) {
    return olderBands.flatMap(({ label, published }) => {
      const people = estimatedPeople(series, setting, (year) => year === 2021, agedIn(label));
      const of = { quarter, age: label, people: "mid-2021 estimates" };
      return usersPerHead(residentsOfCareHomes(residents, quarter, published), sumOver(people, "period"), of, setting);
    });
  },
});
