import { calendarYears } from "@popneeds/core";
import { deprivationIndex } from "@popneeds/ingest";
import { indicator } from "../../indicator.ts";
import { input } from "../../input.ts";
import { shareOfZones } from "../../zones/share-of-zones.ts";
import { summedZones } from "../../zones/summed-zones.ts";

/** The share of people who are income deprived: in receipt of out-of-work or low-income benefits and tax credits. */
export const incomeDeprived = indicator({
  id: "income-deprived",
  title: "People who are income deprived",
  domain: "Wider determinants",
  subject: "the share of people who are income deprived",
  meaning:
    "People in receipt of out-of-work benefits, or of tax credits with a low income, and their children, among all people, from the Scottish Index of Multiple Deprivation 2020v2 (data of 2017).",
  unit: "%",
  counts: "people",
  per: 100,
  better: "lower",
  certainty: "full count",
  decimals: 1,
  caveats: ["The counts are of 2017 and predate the full introduction of Universal Credit."],
  inputs: { deprivation: input("deprivation-simd-2020v2", deprivationIndex) },
  compute({ deprivation }, setting) {
    const of = { part: ["incomeDeprived"], whole: "people", period: calendarYears(2017) } as const;
    return shareOfZones(summedZones(deprivation), of, setting);
  },
});
