import { calendarYears } from "@popneeds/core";
import { deprivationIndex } from "@popneeds/ingest";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { shareOfZones } from "../../zones/share-of-zones.ts";
import { summedZones } from "../../zones/summed-zones.ts";

/** The share of people of working age who are employment deprived: out of work and in receipt of related benefits. */
export const employmentDeprived = indicator({
  id: "employment-deprived",
  title: "People of working age who are employment deprived",
  domain: "Wider determinants",
  subject: "the share of people of working age who are employment deprived",
  meaning:
    "People of working age in receipt of benefits for being unemployed, unable to work or caring, among all people of working age, from the Scottish Index of Multiple Deprivation 2020v2 (data of 2017).",
  unit: "%",
  counts: "people",
  per: 100,
  better: "lower",
  certainty: "full count",
  decimals: 1,
  caveats: ["The counts are of 2017 and predate the full introduction of Universal Credit."],
  inputs: { deprivation: input("deprivation-simd-2020v2", deprivationIndex) },
  compute({ deprivation }, setting) {
    const of = { part: ["employmentDeprived"], whole: "workingAge", period: calendarYears(2017) } as const;
    return shareOfZones(summedZones(deprivation), of, setting);
  },
});
