import type { Chart } from "@popneeds/jsna";
import { hasBothSigns, stackParts } from "../charts/stack/stack-parts.ts";

/** What a stacked chart means beyond its legend, a sentence each. */
export function stackKey(chart: Chart): readonly string[] {
  const columns = stackParts(chart);
  const several = new Set(chart.points.map(({ series }) => series)).size > 1;
  return [
    ...(several ? ["Parts stand in the order of their letters, from zero outwards."] : []),
    ...(hasBothSigns(columns) ? ["Parts below zero take away; dots show what is left over all parts."] : []),
    ...(columns.some(({ marks }) => marks.length > 0)
      ? ["A mark in brackets stands where a part is missing, without which the rest is drawn."]
      : []),
  ];
}
