import { type Brief, widestArea } from "../../brief.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Finding } from "../../findings/finding.ts";
import { statedFinding } from "../../findings/stated-finding.ts";
import type { ProfileArea } from "../../profile-area.ts";
import type { FactTable } from "../../section.ts";
import { cite, sentence } from "../../sentences/cite.ts";
import { inSentence } from "../../sentences/in-sentence.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import { burden, figureOf, namedCauses } from "./burden-facts.ts";

/** Which causes take most years of life in an area, how many, and whether their order is clear. */
export function leadingCauses(brief: Brief, area: ProfileArea): Finding | null {
  const [first, second, third] = namedCauses(brief, area);
  if (!first || !second || !third) return null;
  const years = (fact: Fact) => sentence`${inSentence(fact.category)} (${cite(fact, { part: "numerator" })})`;
  const ranks = [first, second, third].flatMap(({ category, period }) => {
    const rank = figureOf(brief, area, { indicator: burden.rank, category, period });
    return rank && rank.lower !== null && rank.upper !== null ? [rank] : [];
  });
  const most =
    first.evidence === "modelled"
      ? sentence`At the rates of ${widestArea(brief).name}, the named causes that would take most years of life in ${area.name} are, in years lost a year (modelled for the people of ${first.period}): `
      : sentence`In ${area.name} the named causes that took most years of life in ${first.period} were, in years lost a year: `;
  return statedFinding(
    [first, second, third, ...ranks],
    sentence`${most}${years(first)}, ${years(second)} and ${years(third)}.`,
    ...(ranks.length === 3 ? [orderSentence(ranks)] : []),
  );
}

/** Whether each rank is clear of the next, from the limits that chance in the deaths gives it. */
function orderSentence(ranks: readonly Fact[]): Sentence {
  const unclear = ranks.slice(1).some((rank, i) => rank.lower! <= ranks[i]!.upper!);
  const places = ranks.map((rank) => sentence`${inSentence(rank.category)} ${placesOf(rank)}`);
  const limits = sentence`${places[0]!}, ${places[1]!}, ${places[2]!}`;
  const order = ranks[0]!.evidence === "modelled" ? "At those rates their order" : "Their order";
  return unclear
    ? sentence`${order} is not clear in every place, by the 95% limits of their ranks: ${limits}.`
    : sentence`${order} is clear: the 95% limits of their ranks do not overlap (${limits}).`;
}

function placesOf(rank: Fact): Sentence {
  const [lower, upper] = (["lower", "upper"] as const).map((part) => cite(rank, { part, decimals: 0 }));
  return rank.lower === rank.upper ? [lower!] : sentence`${lower!} to ${upper!}`;
}

const shown = 12;

/** The leading causes with rank, rate and share, in the area and in the widest one. */
export function tableOfLeadingCauses(brief: Brief): FactTable | null {
  const country = widestArea(brief);
  const areas = brief.area === country ? [country] : [brief.area, country];
  const causes = namedCauses(brief, brief.area).slice(0, shown);
  if (causes.length === 0) return null;
  const columns = areas.flatMap((area) => {
    const period = namedCauses(brief, area)[0]?.period;
    const of = area === brief.area ? "" : `, ${area.name}`;
    return period === undefined
      ? []
      : measures.map(({ indicator, title }) => ({ area, period, indicator, title: title + of }));
  });
  const places = areas.flatMap((area) => {
    const [first] = namedCauses(brief, area);
    return first ? [`${area.name} (${first.evidence === "modelled" ? "people of " : ""}${first.period})`] : [];
  });
  return {
    caption: `Leading causes of years of life lost in ${places.join(" and in ")}`,
    rowHeader: "Cause",
    columns: columns.map(({ title }) => title),
    rows: causes.map(({ category }) => ({
      name: category,
      own: false,
      cells: columns.map(({ area, indicator, period }) => figureOf(brief, area, { indicator, category, period })),
    })),
  };
}

const measures = [
  { indicator: burden.rank, title: "Rank" },
  { indicator: burden.lost, title: "Rate" },
  { indicator: burden.share, title: "Share" },
] as const;

/** The area whose burden, fatal and not, the data folder holds: the profile's own under any of its codes, or else the widest; `null` for neither. */
export function areaOfWholeBurden(brief: Brief): ProfileArea | null {
  const areas = [...brief.twins, widestArea(brief)];
  return areas.find((area) => namedCauses(brief, area, burden.adjusted).length > 0) ?? null;
}

/** Which causes take most healthy years, where the data folder holds years lived with disability. */
export function leadingBurden(brief: Brief, area: ProfileArea): Finding | null {
  const [first, ...others] = namedCauses(brief, area, burden.adjusted).slice(0, 3);
  if (!first || others.length < 2) return null;
  const years = (fact: Fact) => sentence`${inSentence(fact.category)} (${cite(fact, { decimals: 0 })})`;
  return statedFinding(
    [first, ...others],
    sentence`Of years lost and years lived with disability together (DALYs), the named causes that took most in ${area.name} in ${first.period} were, per ${cite(first, { part: "per" })} people: ${years(first)}, ${years(others[0]!)} and ${years(others[1]!)}.`,
  );
}

/** Years lost and lived with disability by cause, where the data folder holds them. */
export function tableOfBurden(brief: Brief, area: ProfileArea): FactTable | null {
  const causes = namedCauses(brief, area, burden.adjusted).slice(0, shown);
  const [first] = causes;
  if (!first) return null;
  const { period } = first;
  return {
    caption: `Leading causes of the whole burden of disease, ${area.name}, ${period}`,
    rowHeader: "Cause",
    columns: ["Lost and lived with disability (DALY)", "Lived with disability (YLD)"],
    rows: causes.map(({ category }) => ({
      name: category,
      own: false,
      cells: [burden.adjusted, burden.lived].map((indicator) => figureOf(brief, area, { indicator, category, period })),
    })),
  };
}
