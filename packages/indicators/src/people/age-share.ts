import { type Age, ageBand, keep, sumOver } from "@popneeds/core";
import { share } from "@popneeds/methods";
import { estimatesOf } from "../estimates-of.ts";
import { type Indicator, indicator } from "../indicator.ts";
import { smallAreaPeople, smallAreas } from "../zones/small-area-people.ts";

/** The share of people who are in a band of ages, mid-2021, at every level from the locality up. */
export function ageShare({
  id,
  title,
  subject,
  band = { from: 0, to: Infinity },
}: {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly band?: { readonly from: number; readonly to: number };
}): Indicator<{ readonly smallAreas: typeof smallAreas }> {
  const ages: Age = ageBand(band.from, band.to);
  return indicator({
    id,
    title,
    domain: "Demography",
    subject,
    meaning: `People aged ${words(ages)} among everybody usually resident on 30 June 2021, from the small-area estimates.`,
    unit: "%",
    counts: "people",
    per: 100,
    better: "neither",
    certainty: "full count",
    decimals: 1,
    caveats: ["Small-area estimates of 2021 come from before the rebasing to Census 2022."],
    inputs: { smallAreas },
    compute({ smallAreas: table }, setting) {
      const everybody = sumOver(smallAreaPeople(table, setting), "sex");
      const part = sumOver(keep(everybody, { age: (age) => ages.from <= age.from && age.to <= ages.to }), "age");
      return estimatesOf(share(part, sumOver(everybody, "age")), {
        method: "share of a full count, so no limits",
        age: ages.label,
      });
    },
  });
}

function words({ from, to }: Age): string {
  return to === Infinity ? `${from} and over` : `${from} to ${to - 1}`;
}
