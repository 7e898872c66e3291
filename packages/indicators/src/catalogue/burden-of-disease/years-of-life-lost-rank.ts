import { rankDraws, sumDraws } from "@popneeds/burden";
import { keep, parsePeriod, sumOver, withKey, withoutKey } from "@popneeds/core";
import { countryWanted, ofCountry } from "../../burden/country-wanted.ts";
import { drawing, drawnYearsBelow, drawnYearsLost } from "../../burden/drawn-years-lost.ts";
import { modelledMethod, modelledYearsLost } from "../../burden/modelled-years-lost.ts";
import { namedCause } from "../../burden/named-cause.ts";
import { deathInputs, nationalYearsLost } from "../../burden/national-rates.ts";
import type { Estimate } from "../../estimate.ts";
import { estimatesOf } from "../../estimates-of.ts";
import { indicator } from "../../indicator.ts";
import type { TablesOf } from "../../input.ts";
import { smallAreas } from "../../zones/small-area-people.ts";

const [first, latest] = [{ period: "2000-2002" }, { period: "2015-2017" }] as const;

const limits = `95% limits are percentiles of the rank among ${drawing.draws.toLocaleString("en-GB")} draws of the deaths (Poisson, seed ${drawing.seed})`;

const columns = { category: "cause", value: "rank", numerator: null, denominator: null } as const;

/** The place of each named cause among the named causes by years of life lost, with limits from chance in the deaths. */
export const yearsOfLifeLostRank = indicator({
  id: "years-of-life-lost-rank",
  title: "Rank of causes by years of life lost",
  domain: "Burden of disease and projected need",
  subject: "the rank of a cause among the named causes of years of life lost",
  meaning:
    "The place of a cause among the 18 named causes of death by years of life lost, 1 for the most; years as in years of life lost. Groups of what is left over (other cancers, all other causes …) and ill-defined causes have no rank. Limits: each of Scotland's counts of deaths of three years, by sex, age and cause, is drawn 1,000 times from the Poisson distribution of that mean, years and ranks are worked out in each draw, and the limits are the 2.5 and 97.5 percentiles of a cause's ranks, whole numbers. Scotland: 2000-2002 and 2015-2017. Smaller areas: Scotland's drawn rates of 2015-2017 by sex and age at their people of mid-2021.",
  unit: "rank",
  counts: null,
  per: null,
  better: "neither",
  certainty: "estimate",
  decimals: 0,
  caveats: [
    "The limits hold chance in the counts of deaths and nothing else: not how doctors name causes, not the ill-defined deaths that belong to others, not the choice of the life table.",
    "Below Scotland the rank is modelled, and so are its limits: they say how sure Scotland's rates are at the ages of the people here, not how sure the rank of what people here die of is. That is far less sure.",
    "Ranks hang on how causes are cut: heart disease is one cause, cancers are five. A cause may fall in rank while it takes more years.",
    "Of two causes whose limits overlap one may still be the larger in nearly every draw.",
  ],
  inputs: { ...deathInputs, smallAreas },
  compute(tables, setting): readonly Estimate[] {
    const country = countryWanted(setting);
    const below = keep(sumOver(modelledYearsLost(tables, setting), "sex", "age"), { cause: namedCause });
    return [
      ...(country === null ? [] : [first, latest].flatMap((of) => ranksOfCountry(tables, country, of))),
      ...(below.length === 0
        ? []
        : estimatesOf(rankDraws(below, drawnYearsBelow(tables, setting, latest)), {
            ...columns,
            method: `${modelledMethod}; ${limits}`,
          })),
    ];
  },
});

function ranksOfCountry(
  tables: TablesOf<typeof deathInputs>,
  country: string,
  of: typeof first | typeof latest,
): readonly Estimate[] {
  const lost = keep(sumOver(nationalYearsLost(tables, of.period), "sex", "age"), { cause: namedCause });
  const ranks = rankDraws(withoutKey(lost, "period"), sumDraws(drawnYearsLost(tables, of), "sex", "band"));
  return estimatesOf(ofCountry(withKey(ranks, "period", parsePeriod(of.period)!), country), {
    ...columns,
    method: `observed deaths of ${of.period}, years left by the UK national life table 2016-18; ${limits}`,
  });
}
