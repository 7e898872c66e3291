import { sumOver } from "@popneeds/core";
import { homeCare as homeCareSchema } from "@popneeds/ingest";
import { homeCareClients } from "../../care/social-care-counts.ts";
import { usersPerHead } from "../../care/users-per-head.ts";
import { estimatedPeople } from "../../estimates-of-year.ts";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { agedIn, olderBands } from "../../people/aged.ts";
import { estimateSeries } from "../../people/population-series.ts";

const quarter = "2023/24 Q4";

/** People aged 65 and over receiving home care in the latest quarter, for every 1,000 of them. */
export const homeCare = indicator({
  id: "home-care",
  title: "People aged 65 and over receiving home care",
  domain: "Social care, older people, carers",
  subject: "the number of people aged 65 and over receiving home care",
  meaning:
    "People aged 65 and over who received home care in January to March 2024, per 1,000 people of these ages, mid-2023. Published by council; a partnership of two councils is their sum.",
  unit: "per 1,000 people of these ages",
  counts: "people",
  per: 1000,
  better: "neither",
  certainty: "full count",
  decimals: 1,
  caveats: [
    "The publisher rounds counts to 5, and estimates Scotland where councils did not report.",
    "It shows what is provided, not what is needed: a low figure may mean less need, or less service.",
  ],
  inputs: { clients: input("social-care-home-care", homeCareSchema), ...estimateSeries },
  compute({ clients, ...series }, setting) {
    return olderBands.flatMap(({ label, published }) => {
      const people = estimatedPeople(series, setting, (year) => year === 2023, agedIn(label));
      const of = { quarter, age: label, people: "mid-2023 estimates" };
      return usersPerHead(homeCareClients(clients, quarter, published), sumOver(people, "period"), of, setting);
    });
  },
});
