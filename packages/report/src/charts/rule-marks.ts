import * as Plot from "@observablehq/plot";
import type { Chart } from "@popneeds/jsna";
import { formatFigure } from "../format-figure.ts";
import { isFirm } from "../is-firm.ts";
import { colours, type Frame, textWidth } from "./frame.ts";
import type { ValueScale } from "./scales/axis-scale.ts";

/** The comparator's figure as a labelled rule across the rows; none where there is no rule, or no figure. */
export function ruleMarks(
  { rule }: Chart,
  { from, to }: ValueScale,
  { fontSize, width }: Frame,
  marginTop: number,
): Plot.Markish[] {
  if (!rule || rule.fact.value === null) return [];
  const { value, evidence } = rule.fact;
  const text = `${rule.label} ${formatFigure(value, rule.fact)}${isFirm(evidence) ? "" : ` (${evidence})`}`;
  const along = (value - from) / (to - from);
  const half = textWidth(text, fontSize) / 2 / width;
  const textAnchor = along < half ? "start" : along > 1 - half * 1.6 ? "end" : "middle";
  return [
    Plot.ruleX([value], { stroke: colours.text, strokeWidth: 1.5, strokeDasharray: "2 3" }),
    Plot.text([text], {
      x: [value],
      frameAnchor: "top",
      textAnchor,
      lineAnchor: "top",
      dy: -marginTop + 1,
      fontWeight: "bold",
    }),
  ];
}
