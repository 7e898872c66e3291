import { fromInputs, PopneedsError, sourcesOf } from "@popneeds/core";
import type { Fact } from "@popneeds/jsna";
import type { Assessment } from "./assessment.ts";
import { areasOf } from "./names.ts";

/** Refuses an assessment that does not hold together: a number without its row, a row without its words. */
export function checkAssessment({ profile, needs }: Assessment): void {
  const facts = new Map<string, Fact>();
  const ids = new Set<string>();
  const twice: string[] = [];
  for (const fact of profile.facts) facts.set(fact.id, fact);
  for (const { id } of [...profile.facts, ...needs, ...profile.dataQuality]) {
    if (ids.has(id)) twice.push(id);
    ids.add(id);
  }
  refuse(twice, "duplicate-row", "no two rows may share an id", "Add the key that tells the rows apart to their ids.");

  const used = [...new Set(usedFacts({ profile, needs }))];
  refuse(
    used.filter(({ id }) => !facts.has(id)).map(({ id }) => id),
    "unknown-fact",
    "every figure that is cited, drawn or rested on must be one of profile.facts",
    "Add the facts to profile.facts.",
  );
  refuse(
    used.filter((fact) => isOther(fact, facts.get(fact.id)!)).map(({ id }) => id),
    "conflicting-fact",
    "a figure must be the same wherever it stands",
    "Cite the fact of profile.facts itself, not a changed copy.",
  );
  refuse(
    profile.facts.filter(({ value, missing }) => (value === null) !== (missing !== null)).map(({ id }) => id),
    "missing-without-reason",
    "a figure is there, or missing with a reason",
    "Give a value, or null and the reason.",
  );
  refuse(
    profile.facts.filter((fact) => figures(fact).some((n) => n !== null && !Number.isFinite(n))).map(({ id }) => id),
    "not-a-number",
    "every figure must be finite, or null",
    "Give null and the reason where a figure cannot be computed.",
  );
  const words = new Set(profile.indicators.map(({ id }) => id));
  refuse(
    [...new Set(profile.facts.map(({ indicator }) => indicator))].filter((id) => !words.has(id)),
    "indicator-without-words",
    "every indicator of a fact needs its words in profile.indicators",
    "Add the indicators' title, domain, meaning and caveats.",
  );
  const areas = areasOf(profile);
  refuse(
    [...new Set([...profile.facts, ...needs].map(({ area }) => area))].filter((code) => !areas.has(code)),
    "area-without-name",
    "every area of a row needs a name in the profile",
    "Add the areas to profile.areas.",
  );
  const hashes = new Map<string, string>();
  const clashing = new Set<string>();
  const provenances = [...profile.facts, ...profile.dataQuality].map(({ provenance }) => provenance);
  for (const { id, sha256 } of [...profile.sources, ...sourcesOf(fromInputs(provenances))]) {
    if ((hashes.get(id) ?? sha256) !== sha256) clashing.add(id);
    hashes.set(id, sha256);
  }
  refuse(
    [...clashing],
    "conflicting-source",
    "an id of a source must stand for one file",
    "Give each edition of a source its own id.",
  );
}

function* usedFacts({ profile, needs }: Assessment): Iterable<Fact> {
  const cited = (sentence: readonly (string | { readonly fact: Fact })[]) =>
    sentence.flatMap((part) => (typeof part === "string" ? [] : [part.fact]));
  const blocks = profile.sections.flatMap((section) => section.blocks);
  const findings = [
    ...profile.summary,
    ...profile.localityParts.flatMap((part) => part.findings),
    ...blocks.flatMap((block) => (block.kind === "finding" ? [block.finding] : [])),
  ];
  for (const finding of findings) {
    yield* finding.evidence;
    for (const sentence of finding.sentences) yield* cited(sentence);
  }
  for (const block of blocks) {
    if (block.kind === "chart") {
      yield* cited(block.chart.title);
      if (block.chart.rule) yield block.chart.rule.fact;
      for (const point of block.chart.points) yield point.fact;
    }
    if (block.kind === "table") for (const row of block.table.rows) for (const cell of row.cells) if (cell) yield cell;
  }
  for (const part of profile.localityParts) yield* part.facts;
  for (const row of needs) yield* row.rests;
}

function figures(fact: Fact): readonly (number | null)[] {
  return [fact.value, fact.lower, fact.upper, fact.numerator, fact.denominator];
}

function isOther(one: Fact, other: Fact): boolean {
  return one !== other && figures(one).some((figure, i) => !Object.is(figure, figures(other)[i]));
}

function refuse(where: readonly string[], code: string, must: string, fix: string): void {
  if (where.length === 0) return;
  throw new PopneedsError({ code, message: `release: ${must}; ${where.length} do not hold:`, where, fix });
}
