import type { Chart } from "@popneeds/jsna";
import { isUnfirm } from "../charts/frame.ts";
import { inOrder } from "./evidence-words.ts";

/** What a treemap means beyond its legend, a sentence each. */
export function treemapKey({ points }: Chart): readonly string[] {
  const drawn = points.filter(({ fact }) => (fact.value ?? 0) > 0);
  const unfirm = inOrder(drawn.filter(isUnfirm).map(({ fact }) => fact.evidence));
  return [
    ...(drawn.length > 1 ? ["Rectangles without room for a name are named in the table."] : []),
    ...(unfirm.length > 0 && !drawn.every(isUnfirm)
      ? [`Figures that are ${unfirm.join(" or ")} are pale within dashes.`]
      : []),
  ];
}
