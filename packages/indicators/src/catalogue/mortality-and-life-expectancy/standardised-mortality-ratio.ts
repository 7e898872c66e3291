import { type Keys, type Measures, sumOver, type Table, withKeyFrom } from "@popneeds/core";
import { deathsOfZones, zoneDeathInputs } from "../../burden/deaths-of-zones.ts";
import { ratioOfZones, type SummedZones } from "../../burden/ratio-of-zones.ts";
import type { Estimate } from "../../estimate.ts";
import { indicator } from "../../indicator.ts";
import { deprivationFifths } from "../../zones/deprivation-fifths.ts";

/** Deaths against those expected at Scotland's rates, Scotland 100: areas down to localities, and fifths by deprivation. */
export const standardisedMortalityRatio = indicator({
  id: "standardised-mortality-ratio",
  title: "Deaths against those expected (standardised mortality ratio)",
  domain: "Mortality and life expectancy",
  subject: "the standardised mortality ratio",
  meaning:
    "Deaths from all causes at all ages in 2014-2017 for every 100 that would be expected if Scotland's death rates by sex and age held: Scotland is 100. The ratios of data zones that the Scottish Index of Multiple Deprivation 2020 publishes, weighted by the deaths that Scotland's rates of 2015-2017 would give among their people of mid-2021; by national fifth of deprivation, of the zones of that fifth in the area.",
  unit: "deaths per 100 expected",
  counts: null,
  per: 100,
  better: "lower",
  certainty: "estimate",
  decimals: 1,
  caveats: [
    "Modelled: the zones' ratios are published, their deaths are not. The weights are of the people of mid-2021, not of 2014-2017; with them the zones of Scotland come to 98.9, by which all figures are divided so that Scotland is 100. With the zones' people of 2017 as weights a locality would move by 0.4 (the median), at most by 3.9. Among the 32 councils the ratio goes with life expectancy at birth of 2015-2017 (correlation −0.95 for males, −0.93 for females).",
    "By fifth it is a little circular: the index holds the ratio, as one of seven indicators of the health domain, which has 14% of the weight. By fifth of income deprivation alone, free of that, the gradient is nearly the same: Scotland's most deprived fifth 139, least deprived 72; by the index 140 and 73.",
    "Limits are those of the deaths of four years as counts; what the weights add is not in them. Two areas of different ages are not exactly comparable with each other, only each with Scotland.",
    "All causes together, of years before the pandemic. A care home raises the ratio of the area it stands in.",
  ],
  inputs: zoneDeathInputs,
  compute(tables, setting): readonly Estimate[] {
    const byTenth = deathsOfZones(tables, setting);
    const all = estimates(sumOver(byTenth, "tenth"));
    const byFifth = withKeyFrom(byTenth, "fifth", "tenth", (tenth) => String(Math.ceil(Number(tenth) / 2)), {
      what: "the fifth of each tenth",
    });
    const found = new Map(estimates(sumOver(byFifth, "tenth")).map((of) => [`${of.area} ${of.category}`, of]));
    return all.flatMap((of): readonly Estimate[] => [
      of.level === "country"
        ? { ...of, lower: of.value, upper: of.value, method: `${method}; 100 by construction, without error` }
        : of,
      ...deprivationFifths.map((category) => found.get(`${of.area} ${category}`) ?? nobody(of, category)),
    ]);
  },
});

const method =
  "published ratios of data zones, weighted by the deaths expected among their people at Scotland's rates by sex and age; limits of the count of four years' deaths, 95%";

function estimates(table: Table<Keys, Measures>): readonly Estimate[] {
  type Cells = Pick<Estimate, "area" | "level" | "period"> & SummedZones & { readonly fifth?: string };
  return Array.from(table, (row) => {
    const { area, level, period, fifth, ...sums } = row as unknown as Cells;
    const { deaths, expected } = sums;
    const ratio = ratioOfZones(sums);
    return {
      ...{ area, level, period, sex: "all", age: "all", category: fifth ? deprivationFifths[Number(fifth) - 1]! : "" },
      ...ratio,
      numerator: ratio.value === null ? null : deaths,
      denominator: ratio.value === null ? null : expected,
      method,
      provenance: table.provenance,
    };
  });
}

/** No zone of the fifth lies in the area. */
function nobody(of: Estimate, category: string): Estimate {
  const none = { value: null, lower: null, upper: null, numerator: null, denominator: null };
  return { ...of, category, ...none, missing: "no population" };
}
