import type { Sex } from "@popneeds/core";
import type { Indicator } from "@popneeds/indicators";
import { type Brief, indicatorOf, nameOf, ownFact } from "./brief.ts";
import { cite, sentence } from "./cite.ts";
import { type Comparison, compareFacts } from "./comparison.ts";
import type { Fact } from "./fact.ts";
import type { Finding } from "./finding.ts";
import { formatFigure } from "./format-figure.ts";
import type { ProfileArea } from "./profile.ts";
import type { Cited, Sentence } from "./sentence.ts";

export interface LevelOptions {
  readonly sex?: Sex;
  readonly age?: string;
  readonly category?: string;
  /** What the sentence says instead of the indicator's subject. */
  readonly subject?: string;
  /** The area it is about, if not the brief's own: a locality. */
  readonly area?: ProfileArea;
  /** What it is compared with, if not the brief's comparators. */
  readonly against?: readonly ProfileArea[];
}

/**
 * What an indicator says of an area now, and against its comparators.
 *
 * @returns `null` when the indicator has no figure for the area
 */
export function findLevel(brief: Brief, id: string, options: LevelOptions = {}): Finding | null {
  const indicator = indicatorOf(brief, id);
  const { sex, age, category, subject = indicator.subject, area = brief.area, against = brief.comparators } = options;
  const query = { indicator: id, ...(sex ? { sex } : {}), ...(age ? { age } : {}), ...(category ? { category } : {}) };
  const own = area === brief.area ? ownFact(brief, query) : brief.facts.latest({ ...query, area: area.code });
  if (!own) return null;
  const comparisons = against.flatMap((other) => {
    const theirs = brief.facts.latest({ ...query, area: other.code, period: own.period });
    const compared = theirs && compareFacts(indicator, own, theirs, { within: true });
    if (compared) brief.facts.add(compared.difference);
    return compared ? [compared] : [];
  });
  const name = area === brief.area ? area.name : nameOf(brief, own);
  const last = comparisons.at(-1);
  return {
    indicator: id,
    area: own.area,
    strength: last?.strength ?? "stated",
    direction: last ? judged(indicator, last) : "neither",
    sentences: [
      levelSentence(indicator, own, name, subject),
      ...comparisons.map((c) => comparedSentence(brief, indicator, c)),
    ],
    evidence: [own, ...comparisons.flatMap((c) => [c.other, c.difference])],
  };
}

/** Whether a clear, or a stated, difference is to the good. */
export function judged(indicator: Pick<Indicator, "better">, comparison: Comparison): Finding["direction"] {
  if (indicator.better === "neither" || comparison.strength === "not clear" || comparison.direction === "same")
    return "neither";
  return comparison.direction === indicator.better ? "better" : "worse";
}

/** The figure with its unit, as it stands in a sentence. The number that a rate is per is cited too. */
export function withUnit(fact: Fact, decimals: number, part: "value" | "lower" | "upper" = "value"): Sentence {
  const figure = cite(fact, { part, decimals });
  if (fact.unit === "%") return [figure, "%"];
  return [figure, " ", ...unitWords(fact)];
}

/** The unit alone, with the number that a rate is per cited. */
export function unitWords(fact: Fact): Sentence {
  const per = fact.per === null ? null : formatFigure(fact.per, 0);
  const [before, after] = per === null ? [fact.unit, undefined] : fact.unit.split(per);
  return after === undefined || per === null ? [fact.unit] : [before!, cite(fact, { part: "per", decimals: 0 }), after];
}

function levelSentence(indicator: Indicator, own: Fact, name: string, subject: string): Sentence {
  const limits: Sentence =
    own.lower !== null && own.upper !== null
      ? sentence` (95% limits ${cite(own, { part: "lower", decimals: indicator.decimals })} to ${cite(own, { part: "upper", decimals: indicator.decimals })})`
      : [];
  const count: Sentence =
    indicator.counts && own.numerator !== null && indicator.unit !== indicator.counts
      ? sentence`: ${cite(own, { part: "numerator" })} ${indicator.counts}`
      : [];
  return sentence`${capital(subject)} in ${name} ${verb(own)} ${withUnit(own, indicator.decimals)} in ${own.period}${limits}${count}.`;
}

function comparedSentence(brief: Brief, indicator: Indicator, comparison: Comparison): Sentence {
  const { difference, other, strength, direction, againstRest } = comparison;
  const place = `${againstRest ? "the rest of " : ""}${nameOf(brief, other)}`;
  const theirs = sentence`${againstRest ? `${nameOf(brief, other)} as a whole: ` : ""}${withUnit(other, indicator.decimals)}`;
  if (direction === "same") return sentence`That is the same as in ${place} (${theirs}).`;
  if (strength === "not clear") return sentence`That is not clearly different from ${place} (${theirs}).`;
  const by = differenceWithUnit(difference, indicator.decimals);
  const judgement = judged(indicator, comparison);
  const verdict = judgement === "neither" ? "" : `, which is ${judgement}`;
  return sentence`That is ${strength === "clear" ? "clearly " : ""}${direction} than in ${place} (${theirs}), by ${by}${verdict}.`;
}

function differenceWithUnit(difference: Fact, decimals: number): Sentence {
  const figure: Cited = cite(difference, { decimals, unsigned: true });
  const unit = difference.unit === "percentage points" || difference.unit === "years" ? [` ${difference.unit}`] : [];
  return [figure, ...unit];
}

function verb(fact: Fact): string {
  if (fact.evidence === "projected") return "is projected to be";
  if (fact.evidence === "modelled") return "is modelled at";
  return "was";
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
