import type { Brief } from "../brief.ts";
import type { Section } from "../section.ts";
import { blocks } from "../section-blocks.ts";

/** Years of life lost by cause. */
export function burdenOfDisease(_brief: Brief): Section {
  return { id: "burden-of-disease", title: "Burden of disease", blocks: blocks() };
}
