import { type Evidence, leastFirm } from "./evidence.ts";
import type { Source } from "./source.ts";

/** Where a table came from: a file, or other tables, and what was done since, one plain sentence a step. */
export interface Provenance {
  /** The file read; `null` when the table was computed from `inputs`. */
  readonly source: Source | null;
  /** The tables it was computed from, the first being what was counted, the others what it was set against. */
  readonly inputs: readonly Provenance[];
  /** What was done, in order. */
  readonly steps: readonly string[];
  /** How firm the figures are; never firmer than the inputs. */
  readonly evidence: Evidence;
}

/** The beginning of a table that was typed in, not read. */
export const noSource: Provenance = Object.freeze({
  source: null,
  inputs: Object.freeze([]),
  steps: Object.freeze([]),
  evidence: "observed",
});

/** The provenance of a table read from a file. */
export function fromSource(source: Source, ...steps: readonly string[]): Provenance {
  return Object.freeze({ source, inputs: Object.freeze([]), steps: Object.freeze(steps), evidence: source.evidence });
}

/** The provenance of a table computed from others. */
export function fromInputs(inputs: readonly Provenance[], ...steps: readonly string[]): Provenance {
  return Object.freeze({
    source: null,
    inputs: Object.freeze([...inputs]),
    steps: Object.freeze(steps),
    evidence: leastFirm(inputs.map((input) => input.evidence)),
  });
}

/** The same provenance with one step more. */
export function withStep(provenance: Provenance, step: string): Provenance {
  return Object.freeze({ ...provenance, steps: Object.freeze([...provenance.steps, step]) });
}

/** The same provenance, at best as firm as `evidence`: what was observed elsewhere becomes modelled here. */
export function atBest(provenance: Provenance, evidence: Evidence): Provenance {
  return Object.freeze({ ...provenance, evidence: leastFirm([provenance.evidence, evidence]) });
}

/** Every file that the figures rest on, each once, in the order met. */
export function sourcesOf(provenance: Provenance): readonly Source[] {
  const found = new Map<string, Source>();
  const visit = (at: Provenance): void => {
    if (at.source) found.set(`${at.source.id} ${at.source.sha256}`, at.source);
    at.inputs.forEach(visit);
  };
  visit(provenance);
  return [...found.values()];
}
