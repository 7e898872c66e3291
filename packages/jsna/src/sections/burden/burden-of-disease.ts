import type { Brief } from "../../brief.ts";
import { ownFact, ownSeries, widestArea } from "../../brief.ts";
import type { Chart } from "../../charts/chart.ts";
import { chartOfLines } from "../../charts/chart-of-time.ts";
import type { Finding } from "../../findings/finding.ts";
import { unitWords, withUnit } from "../../findings/finding-of-level.ts";
import { statedFinding } from "../../findings/stated-finding.ts";
import type { Section } from "../../section.ts";
import { blocks } from "../../section-blocks.ts";
import { cite, sentence } from "../../sentences/cite.ts";
import { tableOfAreas } from "../../table-of-areas.ts";
import { deprivationGradient } from "../deprivation-gradient.ts";
import { burden, namedCauses } from "./burden-facts.ts";
import { ahead, changeAhead, changeOfBurden, chartOfChangeAhead, chartOfChangeOfBurden } from "./change-of-burden.ts";
import {
  areaOfWholeBurden,
  leadingBurden,
  leadingCauses,
  tableOfBurden,
  tableOfLeadingCauses,
} from "./leading-causes.ts";
import { chartOfLifeExpectancyGap, tableOfLongerLives } from "./life-expectancy-gap.ts";
import { ranksThenAndNow } from "./ranks-then-and-now.ts";
import { treemapOfBurden, treemapOfCauses } from "./treemap-of-causes.ts";
import { yearsByAge } from "./years-by-age.ts";

/** What takes years of life here and in the country, at which ages, why it changed, how it goes with deprivation, and what is to come. */
export function burdenOfDisease(brief: Brief): Section {
  const country = widestArea(brief);
  const below = brief.area !== country;
  const gradient = deprivationGradient(brief);
  const whole = areaOfWholeBurden(brief);
  return {
    id: "burden-of-disease",
    title: "Burden of disease",
    blocks: blocks(
      below
        ? `Below ${country.name}, years of life lost are modelled: ${country.name}'s rates by sex and age at the ages of the people here. They show what the age structure implies. They are no evidence that the area is healthier, or less healthy, than another.`
        : null,
      below ? modelledHere(brief) : null,

      { heading: "Leading causes" },
      below ? leadingCauses(brief, brief.area) : null,
      leadingCauses(brief, country),
      tableOfLeadingCauses(brief),
      treemapOfCauses(brief, brief.area),
      ...(whole
        ? [leadingBurden(brief, whole), tableOfBurden(brief, whole), treemapOfBurden(brief, whole)]
        : [
            "Years lived with disability are not shown, and so no whole burden (DALY): they need the prevalence of conditions, which is not in the open files used here. A burden table of your own in the data folder fills the gap.",
          ]),

      { heading: "Ages at which years are lost" },
      yearsByAge(brief, brief.area),

      { heading: "Deaths and deprivation" },
      gradient?.finding ?? null,
      gradient?.chart ?? null,

      { heading: `How the burden changed in ${country.name}` },
      changeOfBurden(brief, country),
      chartOfChangeOfBurden(brief, country),
      ranksThenAndNow(brief, country),
      tableOfLongerLives(brief, country),
      chartOfLifeExpectancyGap(brief, country),

      { heading: "Burden to come" },
      changeAhead(brief, brief.area),
      chartOfYearsAhead(brief),
      chartOfChangeAhead(brief),
      cancersAhead(brief),

      { heading: "Area by area" },
      tableOfAreas(brief, "Years of life lost a year by cause", [
        { indicator: burden.lost },
        ...namedCauses(brief, country)
          .slice(0, 5)
          .map(({ category }) => ({ indicator: burden.lost, category, title: category })),
      ]),
      tableOfAreas(brief, "Expected years of life lost a year at constant rates, and why they change", [
        { indicator: burden.ahead, title: "Years lost" },
        ...["total", "growth", "ageing"].map((category) => ({
          indicator: burden.changeAhead,
          category,
          title: `Change since ${ahead[0]}: ${category}`,
        })),
        { indicator: burden.standStill, title: "Reduction of rates needed to stand still" },
      ]),
    ),
  };
}

/** What the country's rates imply for the people here, and how far deaths of all causes were from what they imply. */
function modelledHere(brief: Brief): Finding | null {
  const all = ownFact(brief, { indicator: burden.lost });
  if (!all || all.numerator === null) return null;
  const ratio = ownFact(brief, { indicator: "standardised-mortality-ratio" });
  const limited = ratio?.value != null && ratio.lower !== null && ratio.upper !== null ? [ratio] : [];
  return statedFinding(
    [all, ...limited],
    sentence`At the rates of ${widestArea(brief).name}, the people of ${brief.area.name} would lose ${cite(all, { part: "numerator" })} years of life a year (modelled): ${cite(all, { decimals: 0 })} ${unitWords(all)}.`,
    ...limited.map(
      (of) =>
        sentence`What the model does not see: deaths of all causes in ${of.period} were ${withUnit(of, 1)} at such rates (95% limits ${cite(of, { part: "lower", decimals: 1 })} to ${cite(of, { part: "upper", decimals: 1 })}).`,
    ),
  );
}

function chartOfYearsAhead(brief: Brief): Chart | null {
  const facts = ownSeries(brief, { indicator: burden.ahead });
  const [first, last] = [facts[0], facts.at(-1)];
  if (facts.length < 3 || !first || !last) return null;
  return chartOfLines({
    id: "years-lost-ahead",
    title: sentence`${brief.area.name}: years of life lost would ${last.value! < first.value! ? "fall" : "rise"} from ${cite(first, { decimals: 0 })} in ${first.period} to ${cite(last, { decimals: 0 })} in ${last.period}, were rates to stay as they are`,
    subtitle: `Expected years of life lost a year at constant rates, ${brief.area.name}, ${first.period} to ${last.period}`,
    lines: [{ series: brief.area.name, own: true, facts }],
  });
}

function cancersAhead(brief: Brief): Finding | null {
  const now = ownFact(brief, { indicator: "expected-cancers", period: ahead[0] });
  const then = ownFact(brief, { indicator: "expected-cancers", period: ahead[1] });
  if (!now || !then) return null;
  return statedFinding(
    [now, then],
    sentence`If the rates of ${widestArea(brief).name} by sex and age stay as they are, new cancers in ${brief.area.name} would be ${cite(now, { decimals: 0 })} in ${ahead[0]} and ${cite(then, { decimals: 0 })} in ${ahead[1]} (modelled), by the ageing and size of the projected population alone.`,
  );
}
