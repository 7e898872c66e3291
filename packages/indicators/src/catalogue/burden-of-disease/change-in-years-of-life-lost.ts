import { burdenDrivers, type DriverMeasures } from "@popneeds/burden";
import {
  type Keys,
  over,
  type Period,
  parsePeriod,
  recode,
  sumAcross,
  sumOver,
  type Table,
  withKey,
} from "@popneeds/core";
import { aYear } from "../../burden/a-year.ts";
import { causeGroup } from "../../burden/cause-groups.ts";
import { countryWanted, ofCountry } from "../../burden/country-wanted.ts";
import { type DeathPeriod, deathInputs, nationalPersonYears, nationalYearsLost } from "../../burden/national-rates.ts";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import type { TablesOf } from "../../input.ts";

const [earlier, later] = ["2000-2002", "2015-2017"] as const;

type DriverKeys = Keys & { readonly area: string; readonly level: string; readonly period: Period };

/** The years of either period, and the parts of the change, with the measures that hold them. */
const parts = [
  [earlier, ["first"]],
  [later, ["second"]],
  ["total", ["growth", "ageing", "rate"]],
  ["growth", ["growth"]],
  ["ageing", ["ageing"]],
  ["rates", ["rate"]],
] as const;

const method = `years lost in ${later} less those of ${earlier}, mean of a year, split into growth, ageing and rates at each sex and age (Das Gupta, three factors)`;

/** Why Scotland's years of life lost changed: more people, older people, other death rates at each age. */
export const changeInYearsOfLifeLost = indicator({
  id: "change-in-years-of-life-lost",
  title: "Change in years of life lost",
  domain: "Burden of disease and projected need",
  subject: "the change in years of life lost to death in a year",
  meaning:
    "Years of life lost a year in 2015-2017 less those of 2000-2002, both by the national life table of the United Kingdom 2016-18, and what of it goes with the number of people (growth), their sexes and ages (ageing), and the years lost per person at each sex and age (rates). Each part is the change if that factor alone went from its first value to its second, averaged over the states of the other two (Das Gupta); growth, ageing and rates add up to the total. By group of causes the same; groups add up to all causes. The years of either period stand beside it.",
  unit: "years of life a year",
  counts: "years of life a year",
  per: null,
  better: "lower",
  certainty: "full count",
  decimals: 0,
  caveats: [
    "For Scotland only: deaths by cause of smaller areas are not in the open files used here.",
    "The split is arithmetic, not cause: lower rates may come of better care, fewer smokers or milder years.",
    "How deaths are assigned to causes changed between the periods: dementia is one that is named more often. The rates of a group hold that too.",
    "Deaths of a year vary by chance. The figures carry no limits, and small parts may be nothing but chance.",
  ],
  inputs: deathInputs,
  compute(tables, setting): readonly Estimate[] {
    const country = countryWanted(setting);
    if (country === null) return [];
    const drivers = burdenDrivers(yearsLostInGroups(tables, earlier), yearsLostInGroups(tables, later));
    const byGroup = ofCountry(withKey(drivers, "period", parsePeriod(later)!), country);
    return aYear([...partsOf(sumOver(byGroup, "cause")), ...partsOf(byGroup, "cause")], { of: "figures" });
  },
});

/** Years lost by group of causes over person-years, by sex and age. */
function yearsLostInGroups(tables: TablesOf<typeof deathInputs>, period: DeathPeriod) {
  const lost = recode(nationalYearsLost(tables, period), "cause", causeGroup, "causes summed into groups");
  return over(lost, nationalPersonYears(tables, period));
}

/** The figures of all causes, or of each group, one for each part; of a group the category is `<group>: <part>`. */
function partsOf<K extends DriverKeys>(
  drivers: Table<K, DriverMeasures<"years">>,
  category?: "cause",
): readonly Estimate[] {
  const columns = { method, value: "years", numerator: null, denominator: null };
  return parts.flatMap(([part, measures]) =>
    estimatesOf(sumAcross(drivers, "years", ...measures), category ? { ...columns, category } : columns).map((of) => ({
      ...of,
      category: of.category === "" ? part : `${of.category}: ${part}`,
    })),
  );
}
