import type { Sentence } from "@popneeds/jsna";

/** A sentence as plain text, its figures as they are printed. */
export function plainSentence(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === "string" ? part : part.text)).join("");
}
