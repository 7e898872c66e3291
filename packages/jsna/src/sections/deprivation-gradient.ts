import { deprivationFifths } from "@popneeds/indicators";
import { type Brief, ownFact, widestArea } from "../brief.ts";
import type { Chart } from "../charts/chart.ts";
import type { Fact } from "../facts/fact.ts";
import type { Finding } from "../findings/finding.ts";
import { unitWords } from "../findings/finding-of-level.ts";
import type { ProfileArea } from "../profile-area.ts";
import { cite, plainText, sentence } from "../sentences/cite.ts";
import type { Sentence } from "../sentences/sentence.ts";

const ratio = "standardised-mortality-ratio";
const inequality = "inequality-in-mortality";

/** How sentences and charts name the national fifths, from the most to the least deprived. */
const names = [
  { words: "the most deprived fifth", at: "1 (most deprived)" },
  { words: "the second most deprived fifth", at: "2" },
  { words: "the middle fifth", at: "3" },
  { words: "the second least deprived fifth", at: "4" },
  { words: "the least deprived fifth", at: "5 (least deprived)" },
] as const;

type Fifth = (typeof names)[number] & { readonly fact: Fact };

/**
 * How deaths against those expected go with deprivation in the area, beside the whole country.
 *
 * @returns `null` when fewer than two of the national fifths have a figure in the area
 */
export function deprivationGradient(brief: Brief): { readonly finding: Finding; readonly chart: Chart } | null {
  const whole = ownFact(brief, { indicator: ratio });
  if (!whole) return null;
  const country = widestArea(brief);
  const own = fifthsOf(brief, whole.area, whole.period);
  const theirs = country === brief.area ? [] : fifthsOf(brief, country.code, whole.period);
  const known = own.filter(({ fact }) => fact.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  const ends = [first, last] as const;
  const [high, low] = ends.map(({ at }) => theirs.find((of) => of.at === at && of.fact.value !== null));
  const compared = high && low ? ([high, low] as const) : null;
  return {
    finding: findingOf(brief, ends, compared, country),
    chart: {
      id: "deprivation-gradient",
      kind: "dots",
      title: compared
        ? sentence`${brief.area.name}: ${both(ends)}; in ${country.name} ${figures(compared)}`
        : sentence`${brief.area.name}: ${both(ends)}`,
      subtitle: `Deaths against those expected by national fifth of deprivation, ${plainText(unitWords(whole))}, ${whole.period}`,
      valueLabel: plainText(unitWords(whole)),
      points: [
        ...pointsOf(own, whole, brief.area.name, true),
        ...(theirs.length === 0 ? [] : pointsOf(theirs, wholeOf(brief, country.code, whole), country.name, false)),
      ],
      rule: null,
    },
  };
}

function fifthsOf(brief: Brief, area: string, period: string): readonly Fifth[] {
  return deprivationFifths.flatMap((category, i) => {
    const [fact] = brief.facts.series({ indicator: ratio, area, period, category });
    return fact ? [{ ...names[i]!, fact }] : [];
  });
}

function wholeOf(brief: Brief, area: string, { period }: Fact): Fact | null {
  return brief.facts.latest({ indicator: ratio, area, period });
}

function pointsOf(of: readonly Fifth[], whole: Fact | null, series: string, own: boolean): Chart["points"] {
  return [
    ...of.map(({ at, fact }) => ({ at, series, own, fact })),
    ...(whole ? [{ at: "All fifths", series, own, fact: whole }] : []),
  ];
}

function findingOf(
  brief: Brief,
  [first, last]: readonly [Fifth, Fifth],
  compared: readonly [Fifth, Fifth] | null,
  country: ProfileArea,
): Finding {
  const indices = (["slope index over mean", "ratio of ends"] as const).map((category) => {
    const query = { indicator: inequality, category, period: first.fact.period };
    const own = ownFact(brief, query);
    return { own, other: brief.area === country ? null : brief.facts.latest({ ...query, area: country.code }) };
  });
  const [slope, ends] = indices.map(({ own, other }) => {
    const theirs = other && sentence`${country.name} ${cite(other, { decimals: 2 })}`;
    return own && sentence`${cite(own, { decimals: 2 })}${beside(own, 2, theirs)}`;
  });
  const sentences = [
    sentence`Among people in ${brief.area.name} who live in ${first.words} of ${country.name}'s data zones, mortality in ${first.fact.period} is modelled at ${cite(first.fact, { decimals: 1 })} ${unitWords(first.fact)}${beside(first.fact, 1)}, among those in ${last.words} at ${cite(last.fact, { decimals: 1 })}${beside(last.fact, 1)}.`,
    compared && sentence`In ${country.name} as a whole it is ${figures(compared)}.`,
    slope &&
      ends &&
      sentence`Over all tenths of deprivation, a line from the most to the least deprived end falls by ${slope} times the area's own ratio (slope index over mean), and is ${ends} times as high at the most deprived end as at the least (ratio of ends). Both are called the relative index of inequality.`,
  ];
  return {
    indicator: ratio,
    area: first.fact.area,
    strength: "stated",
    direction: "neither",
    sentences: sentences.filter((of) => of !== null && of !== undefined),
    evidence: [
      ...[first, last, ...(compared ?? [])].map(({ fact }) => fact),
      ...indices.flatMap(({ own, other }) => [own, other]).filter((fact) => fact !== null),
    ],
  };
}

function both([first, last]: readonly [Fifth, Fifth]): Sentence {
  return sentence`${cite(first.fact, { decimals: 1 })} ${unitWords(first.fact)} in ${first.words}, ${cite(last.fact, { decimals: 1 })} in ${last.words}`;
}

function figures([first, last]: readonly [Fifth, Fifth]): Sentence {
  return sentence`${cite(first.fact, { decimals: 1 })} and ${cite(last.fact, { decimals: 1 })}`;
}

/** In brackets the limits, where there are any, and the figure it is set against, if there is one. */
function beside(fact: Fact, decimals: number, other: Sentence | null = null): Sentence {
  const limits =
    fact.lower === null || fact.upper === null
      ? null
      : sentence`95% limits ${cite(fact, { part: "lower", decimals })} to ${cite(fact, { part: "upper", decimals })}`;
  if (limits && other) return sentence` (${limits}; ${other})`;
  return limits || other ? sentence` (${limits ?? other!})` : [];
}
