import { sumOver, withStep } from "@popneeds/core";
import { slopeIndex, standardErrorsFromLimits } from "@popneeds/stats";
import { deathsOfZones, zoneDeathInputs } from "../../burden/deaths-of-zones.ts";
import { type RatioOfZones, ratioOfZones } from "../../burden/ratio-of-zones.ts";
import type { Estimate } from "../../estimate.ts";
import { indicator } from "../../indicator.ts";

/** Tenths of deprivation that must have people in an area, for a line to be laid through them. */
const leastTenths = 8;

/** How steeply mortality falls from the most to the least deprived, as the two relative indices, each by its name. */
export const inequalityInMortality = indicator({
  id: "inequality-in-mortality",
  title: "Inequality in mortality by deprivation (relative index of inequality)",
  domain: "Mortality and life expectancy",
  subject: "the relative index of inequality in mortality",
  meaning:
    "A line is laid through the standardised mortality ratios of the national tenths of deprivation, each as wide as its share of the area's people. Slope index over mean: how much higher the line is at the most deprived end than at the least, divided by the ratio of the area. Ratio of ends: the line at the most deprived end divided by the line at the least. 0 and 1 would be no inequality.",
  unit: "ratio",
  counts: null,
  per: null,
  better: "lower",
  certainty: "estimate",
  decimals: 2,
  caveats: [
    "Both are called RII in print; two that are of different kinds are not to be compared.",
    "The tenths are Scotland's, so the index says how unequal mortality is over the deprivation that the area has; an area whose people live in few tenths can have a steep line and little inequality.",
    "Modelled, and a little circular, as the standardised mortality ratio is that it is made of. By tenth of income deprivation alone, which holds no mortality, the slope index over mean is nearly the same: 0.81 in Scotland, by the whole index 0.82.",
    "Areas with people in fewer than eight tenths have none.",
  ],
  inputs: zoneDeathInputs,
  compute(tables, setting): readonly Estimate[] {
    const byTenth = deathsOfZones(tables, setting);
    const provenance = withStep(byTenth.provenance, "slope index of inequality over the tenths, most deprived first");
    const tenths = new Map<string, Tenth[]>();
    for (const { area, tenth, people, ...sums } of byTenth)
      tenths.set(area, [...(tenths.get(area) ?? []), { tenth: Number(tenth), people: people!, ...ratioOfZones(sums) }]);
    return Array.from(sumOver(byTenth, "tenth")).flatMap(({ area, level, period, ...sums }) => {
      const found = indices(tenths.get(area)!, ratioOfZones(sums).value);
      const keys = { area, level, period, sex: "all", age: "all", numerator: null, denominator: null } as const;
      return Object.entries(found).map(([category, of]) => ({ ...keys, category, ...of, method, provenance }));
    });
  },
});

const method =
  "weighted line through the standardised mortality ratios of national tenths of deprivation, the most less the least deprived; errors read off the tenths' limits, limits of the ratio of ends by Fieller, 95%";

type Tenth = { readonly tenth: number; readonly people: number } & RatioOfZones;

function indices(all: readonly Tenth[], mean: number | null): Readonly<Record<string, RatioOfZones>> {
  const lived = all.filter(({ people, value }) => people > 0 && value !== null).sort((a, b) => a.tenth - b.tenth);
  if (mean === null || lived.length < leastTenths) return named(none, none);
  const column = (of: "value" | "lower" | "upper" | "people") => lived.map((tenth) => tenth[of]!);
  const standardErrors = standardErrorsFromLimits(column("lower"), column("upper"));
  const { relativeToMean, ratio } = slopeIndex(
    column("value"),
    column("people"),
    { standardErrors, scale: "linear" },
    { direction: "first minus last", mean },
  );
  return named({ ...relativeToMean, missing: null }, { ...ratio, missing: null });
}

const none: RatioOfZones = { value: null, lower: null, upper: null, missing: "incomplete" };

function named(overMean: RatioOfZones, ofEnds: RatioOfZones): Readonly<Record<string, RatioOfZones>> {
  return { "slope index over mean": overMean, "ratio of ends": ofEnds };
}
