import { PopneedsError } from "@popneeds/core";
import type { Fact } from "../facts/fact.ts";
import { formatFigure } from "./format-figure.ts";
import type { Cited, Sentence } from "./sentence.ts";

export interface CiteOptions {
  readonly part?: Cited["part"];
  /** Decimals printed; default 1, or 0 for counts. */
  readonly decimals?: number;
  /** Print without the sign, for "fell by". */
  readonly unsigned?: boolean;
}

/**
 * A fact's figure for a sentence: the only way in which a number gets into one.
 *
 * @throws PopneedsError `no-figure` when the fact has no figure in that part; say why it is missing instead
 */
export function cite(fact: Fact, { part = "value", decimals, unsigned = false }: CiteOptions = {}): Cited {
  const value = fact[part];
  if (value === null)
    throw new PopneedsError({
      code: "no-figure",
      message: `cite: ${fact.id} has no ${part}${fact.missing ? `: ${fact.missing}` : ""}`,
      fix: "Ask whether the figure is there first, and say why it is not.",
    });
  const places = decimals ?? (part === "numerator" || part === "denominator" || Number.isInteger(value) ? 0 : 1);
  return { fact, part, text: formatFigure(unsigned ? Math.abs(value) : value, places) };
}

/** Joins words and figures into a sentence: a template whose figures are cited. */
export function sentence(words: TemplateStringsArray, ...figures: readonly (Cited | string | Sentence)[]): Sentence {
  const parts: (string | Cited)[] = [];
  for (const [i, text] of words.entries()) {
    if (text) parts.push(text);
    const figure = figures[i];
    if (figure === undefined || figure === "") continue;
    if (Array.isArray(figure)) parts.push(...(figure as Sentence));
    else parts.push(figure as string | Cited);
  }
  return merged(parts);
}

/** A sentence as plain text. */
export function plainText(of: Sentence): string {
  return of.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

function merged(parts: readonly (string | Cited)[]): Sentence {
  const out: (string | Cited)[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (typeof part === "string" && typeof last === "string") out[out.length - 1] = last + part;
    else out.push(part);
  }
  return out;
}
