import type { Fact } from "../facts/fact.ts";

/** A number inside a sentence: what is printed, and the fact and the part of it that it comes from. */
export interface Cited {
  readonly fact: Fact;
  readonly part: "value" | "lower" | "upper" | "numerator" | "denominator" | "per";
  /** As printed: `37,899`, `25.8%`. Never computed here: the same figure, rounded. */
  readonly text: string;
}

/** Words and the figures between them, in order. A sentence has no number that is not cited, years and ages aside. */
export type Sentence = readonly (string | Cited)[];
