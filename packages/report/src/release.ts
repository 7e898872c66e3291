import { type Issue, PopneedsError } from "@popneeds/core";
import type { Block, Chart, Fact, FactTable, Finding, Sentence } from "@popneeds/jsna";
import type { Assessment } from "./assessment.ts";
import { checkAssessment } from "./check-assessment.ts";
import { countsPeople } from "./counts-people.ts";
import { isSmall } from "./is-small.ts";
import { areasOf } from "./names.ts";
import { markReleased, type Released, type ReleasedNeedsRow } from "./released.ts";

export interface ReleasePolicy {
  /** Counts from 1 up to, not including, this are withheld. Default 5; 1 withholds nothing. */
  readonly suppressBelow?: number;
}

/**
 * Withholds what would show a small number of people or events, and lets the rest go: the only way to what the writers
 * take.
 *
 * Primary suppression. A fact loses its value, limits, numerator and denominator, and is missing as `suppressed`, where
 * its numerator, its denominator, or its value if that is a count of people or events, is above 0 and below
 * `suppressBelow`; modelled years of life are no numerator of that kind. Zero is shown. A change counts as small in both
 * directions. A unit that is not known to measure something else is taken for a count. What publishers have published as it is, from published files only, passes: they
 * have released it themselves.
 *
 * What rests on a withheld fact is withheld with it: cells and points of charts show `[c]`, a row of the planning table
 * loses its figures, a finding that cites or rests on it is left out, a chart's title that cites it becomes the name of
 * the measure. The issues say what was left out, never the number.
 *
 * Still owed, and not done here: secondary suppression. A withheld part can be worked out where the total and all other
 * parts stand (a locality from its partnership and the other localities; one sex from both), from the complement of a
 * percentage, from a figure given for two overlapping areas or editions, from the difference of rolling years, and from
 * another published table. Rounding and the sensitivity of topics are not considered either.
 *
 * @param assessment every fact that is cited, drawn or rested on must be in `profile.facts`
 * @throws PopneedsError `invalid-policy` when `suppressBelow` is not a whole number of 1 or more
 * @throws PopneedsError `duplicate-row`, `unknown-fact`, `conflicting-fact`, `missing-without-reason`,
 *   `indicator-without-words`, `area-without-name` or `conflicting-source` when the assessment does not hold together
 *
 * Source: Public Health Scotland, Statistical Disclosure Control Protocol, version 2.1 (2023).
 *
 * @example
 * const released = release({ profile, needs });
 * released.withheld // { facts: 12, needs: 0, findings: 1 }
 */
export function release(assessment: Assessment, { suppressBelow = 5 }: ReleasePolicy = {}): Released {
  if (!Number.isInteger(suppressBelow) || suppressBelow < 1)
    throw new PopneedsError({
      code: "invalid-policy",
      message: `release: suppressBelow must be a whole number of 1 or more; found ${suppressBelow}`,
      fix: "Give the smallest count that may be shown: release(assessment, { suppressBelow: 5 }).",
    });
  checkAssessment(assessment);
  const { profile, needs } = assessment;
  const small = new Set(profile.facts.filter((fact) => isSmall(fact, suppressBelow)).map(({ id }) => id));
  const facts = new Map(profile.facts.map((fact) => [fact.id, small.has(fact.id) ? withoutFigures(fact) : fact]));
  const shown = (fact: Fact): Fact => facts.get(fact.id)!;
  const areas = areasOf(profile);
  const left: Issue[] = [];

  const findings = (all: readonly Finding[]): Finding[] =>
    all.flatMap((finding) => {
      const cited = [...finding.evidence, ...finding.sentences.flatMap(citedFacts)];
      if (!cited.some(({ id }) => small.has(id)))
        return [{ ...finding, sentences: finding.sentences.map(sentence), evidence: finding.evidence.map(shown) }];
      left.push(leftOut(`A finding on ${finding.indicator} in ${areas.get(finding.area)?.name ?? finding.area}`));
      return [];
    });
  const sentence = (parts: Sentence): Sentence =>
    parts.map((part) => (typeof part === "string" ? part : { ...part, fact: shown(part.fact) }));
  const chart = (of: Chart): Chart => {
    const untold = citedFacts(of.title).some(({ id }) => small.has(id));
    if (untold) left.push(leftOut(`The title of the chart ${of.id}`));
    return {
      ...of,
      title: untold ? [of.valueLabel] : sentence(of.title),
      points: of.points.map((point) => ({ ...point, fact: shown(point.fact) })),
      rule: of.rule && !small.has(of.rule.fact.id) ? { ...of.rule, fact: shown(of.rule.fact) } : null,
    };
  };
  const table = (of: FactTable): FactTable => ({
    ...of,
    rows: of.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && shown(cell)) })),
  });
  const block = (of: Block): Block[] => {
    if (of.kind === "finding") return findings([of.finding]).map((finding) => ({ kind: "finding", finding }));
    if (of.kind === "chart") return [{ kind: "chart", chart: chart(of.chart) }];
    return [of.kind === "table" ? { kind: "table", table: table(of.table) } : of];
  };

  const summary = findings(profile.summary);
  const sections = profile.sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(block) }));
  const localityParts = profile.localityParts.map((part) => ({
    ...part,
    findings: findings(part.findings),
    facts: part.facts.map(shown),
  }));
  const rows = needs.map((row): ReleasedNeedsRow => {
    const rests = row.rests.map(shown);
    const tooFew = row.evidence !== "published" && countsPeople(row.unit, null) && isBetween(row.value, suppressBelow);
    if (tooFew || rests.some(({ id }) => small.has(id)))
      return { ...row, rests, missing: "suppressed", ...noFigures, change: null, changePercent: null };
    return {
      ...row,
      rests,
      missing: row.value === null ? (rests.find((fact) => fact.missing)?.missing ?? "not available") : null,
    };
  });
  const needsWithheld = rows.filter(({ missing }) => missing === "suppressed").length;
  return markReleased({
    profile: {
      ...profile,
      summary,
      sections,
      localityParts,
      facts: [...facts.values()],
      issues: [...profile.issues, ...withheldIssue(small.size, profile.facts.length, suppressBelow), ...distinct(left)],
    },
    needs: rows,
    suppressBelow,
    withheld: { facts: small.size, needs: needsWithheld, findings: left.length },
  });
}

/** The facts that a sentence cites, in order. */
export function citedFacts(sentence: Sentence): readonly Fact[] {
  return sentence.flatMap((part) => (typeof part === "string" ? [] : [part.fact]));
}

const noFigures = { value: null, lower: null, upper: null };

function withoutFigures(fact: Fact): Fact {
  return { ...fact, ...noFigures, numerator: null, denominator: null, missing: "suppressed" };
}

function isBetween(count: number | null, below: number): boolean {
  return count !== null && count !== 0 && Math.abs(count) < below;
}

function leftOut(what: string): Issue {
  return {
    code: "withheld-finding",
    severity: "note",
    message: `${what} is left out because it rests on a figure that is withheld to protect people.`,
    fix: "Say it of a larger area, or of more years together.",
  };
}

function distinct(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [issue.message, issue])).values()];
}

function withheldIssue(count: number, all: number, below: number): Issue[] {
  if (count === 0) return [];
  return [
    {
      code: "withheld",
      severity: "note",
      message: `${count} of ${all} figures are withheld because they would show fewer than ${below} people or events.`,
      fix: "Read them for a larger area, or for more years together.",
    },
  ];
}
