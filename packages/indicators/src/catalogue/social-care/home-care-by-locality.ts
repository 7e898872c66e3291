import { keep, sumOver, withKey } from "@popneeds/core";
import { homeCareByLocality as byLocalitySchema, homeCare as homeCareSchema } from "@popneeds/ingest";
import { homeCareClients, localHomeCareClients } from "../../care/social-care-counts.ts";
import { usersPerHead } from "../../care/users-per-head.ts";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { agedIn, olderBands } from "../../people/aged.ts";
import { smallAreaPeople, smallAreas } from "../../zones/small-area-people.ts";

const quarter = "2020/21 Q4";

/** People aged 65 and over receiving home care, down to the locality; published by locality to 2020/21 only. */
export const homeCareByLocality = indicator({
  id: "home-care-by-locality",
  title: "People aged 65 and over receiving home care, early 2021",
  domain: "Social care, older people, carers",
  subject: "the number of people aged 65 and over receiving home care",
  meaning:
    "People aged 65 and over who received home care in January to March 2021, per 1,000 people of these ages in the small-area estimates of mid-2021.",
  unit: "per 1,000 people of these ages",
  counts: "people",
  per: 1000,
  better: "neither",
  certainty: "full count",
  decimals: 1,
  caveats: [
    "Published by locality to the first quarter of 2021 only. The publisher rounds counts to 5, so a locality's figure can be a few people off.",
    "People whose locality is not known are in the partnership's figure and in no locality's.",
  ],
  inputs: {
    byLocality: input("social-care-home-care-locality", byLocalitySchema),
    clients: input("social-care-home-care", homeCareSchema),
    smallAreas,
  },
  compute({ byLocality, clients, smallAreas: table }, setting) {
    return olderBands.flatMap(({ label, published }) => {
      const people = sumOver(keep(smallAreaPeople(table, setting), { age: agedIn(label) }), "age", "sex", "period");
      const local = withKey(localHomeCareClients(byLocality, quarter, published), "level", "locality");
      const of = { quarter, age: label, people: "mid-2021 small-area estimates" };
      return [local, homeCareClients(clients, quarter, published)].flatMap((users) =>
        usersPerHead(users, people, of, setting),
      );
    });
  },
});
