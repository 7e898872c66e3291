import { keep, sumOver } from "@popneeds/core";
import { ratio } from "@popneeds/methods";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import { smallAreaPeople, smallAreas } from "../../zones/small-area-people.ts";

/** Children and people aged 65 and over for every 100 people of the ages between. */
export const dependencyRatio = indicator({
  id: "dependency-ratio",
  title: "Dependency ratio",
  domain: "Demography",
  subject: "the number of people aged 0 to 15 or 65 and over for every hundred aged 16 to 64",
  meaning: "People aged 0 to 15 and 65 and over, divided by people aged 16 to 64, times 100; mid-2021.",
  unit: "per 100 people aged 16 to 64",
  counts: null,
  per: 100,
  better: "neither",
  certainty: "full count",
  decimals: 1,
  caveats: ["It takes ages for roles: many people over 65 work or care for others, and many under 65 cannot work."],
  inputs: { smallAreas },
  compute({ smallAreas: table }, setting) {
    const everybody = sumOver(smallAreaPeople(table, setting), "sex");
    const between = (age: { from: number; to: number }) => age.from >= 16 && age.to <= 65;
    const working = sumOver(keep(everybody, { age: between }), "age");
    const others = sumOver(keep(everybody, { age: (age) => !between(age) }), "age");
    return estimatesOf(ratio(others, working, { per: 100 }), { method: "ratio of full counts, so no limits" });
  },
});
