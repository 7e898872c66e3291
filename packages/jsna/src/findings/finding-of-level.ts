import type { Sex } from "@popneeds/core";
import type { Indicator } from "@popneeds/indicators";
import { type Brief, indicatorOf, nameOf, ownFact } from "../brief.ts";
import { type Comparison, compareFacts } from "../facts/comparison.ts";
import type { Fact } from "../facts/fact.ts";
import type { ProfileArea } from "../profile-area.ts";
import { cite, sentence } from "../sentences/cite.ts";
import { formatFigure } from "../sentences/format-figure.ts";
import type { Cited, Sentence } from "../sentences/sentence.ts";
import type { Finding } from "./finding.ts";

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
    sentences: [levelSentence(indicator, own, name, subject), ...comparedSentences(brief, indicator, comparisons)],
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

/** One sentence for the comparators that came out alike, so that nothing is said twice. */
function comparedSentences(brief: Brief, indicator: Indicator, all: readonly Comparison[]): readonly Sentence[] {
  const alike = new Map<string, Comparison[]>();
  for (const comparison of all) {
    const { strength, direction, againstRest } = comparison;
    const key = strength === "not clear" ? strength : `${strength} ${direction} ${againstRest}`;
    alike.set(key, [...(alike.get(key) ?? []), comparison]);
  }
  return [...alike.values()].map((group) => comparedSentence(brief, indicator, group));
}

function comparedSentence(brief: Brief, indicator: Indicator, group: readonly Comparison[]): Sentence {
  const [first] = group as [Comparison, ...Comparison[]];
  if (first.strength === "not clear")
    return sentence`That is not clearly different from ${listed(
      group.map((one) => other(brief, indicator, one)),
      "or",
    )}.`;
  if (first.direction === "same")
    return sentence`That is the same as in ${listed(
      group.map((one) => other(brief, indicator, one)),
      "and",
    )}.`;
  const parts = group.map(
    (one) => sentence`in ${other(brief, indicator, one)}, by ${differenceWithUnit(one.difference, indicator.decimals)}`,
  );
  const judgement = judged(indicator, first);
  const verdict = judgement === "neither" ? "" : `; ${first.direction} is ${judgement}`;
  return sentence`That is ${first.strength === "clear" ? "clearly " : ""}${first.direction} than ${listed(parts, "and")}${verdict}.`;
}

/** The other area with its figure: the rest of it, where the comparison was made with the rest. */
function other(brief: Brief, indicator: Indicator, { other: fact, againstRest }: Comparison): Sentence {
  const figure = short(fact, indicator.decimals);
  return againstRest
    ? sentence`the rest of ${nameOf(brief, fact)} (as a whole ${figure})`
    : sentence`${nameOf(brief, fact)} (${figure})`;
}

/** A figure whose unit has been said before; a percentage keeps its sign. */
function short(fact: Fact, decimals: number): Sentence {
  const figure = cite(fact, { decimals });
  return fact.unit === "%" ? [figure, "%"] : [figure];
}

function listed(items: readonly Sentence[], word: "and" | "or"): Sentence {
  return items.flatMap((item, i) =>
    i === 0
      ? item
      : [i === items.length - 1 ? `${items.length > 2 || word === "and" ? "," : ""} ${word} ` : ", ", ...item],
  );
}

/** How far two figures are apart, without the sign; a rate's unit has been said before. */
export function differenceWithUnit(difference: Fact, decimals: number): Sentence {
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
