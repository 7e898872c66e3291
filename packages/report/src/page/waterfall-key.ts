import type { Chart } from "@popneeds/jsna";
import { waterfallLevels } from "../charts/waterfall/waterfall-levels.ts";

/** How a waterfall is read, a sentence each. */
export function waterfallKey(chart: Chart): readonly string[] {
  const { rows, fromZero, remainder } = waterfallLevels(chart);
  return [
    "Arrows to the right are rises, to the left falls; thin lines carry the level from row to row.",
    ...(fromZero
      ? []
      : [
          "Totals are dots, for the axis does not start at zero: compare the lengths of arrows with each other, not with the totals.",
        ]),
    ...(rows.some(({ point, span }) => !span && point.fact.value === null)
      ? ["Where a mark in brackets stands a figure is missing, and no level is known."]
      : []),
    ...(rows.some(({ point, span }) => !span && point.fact.value !== null)
      ? ["Steps between missing ones are not drawn: their level is not known."]
      : []),
    ...(remainder ? ["The steps do not add up to the total after them."] : []),
  ];
}
