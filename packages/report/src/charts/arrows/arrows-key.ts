import * as Plot from "@observablehq/plot";
import { type Frame, textWidth } from "../frame.ts";
import type { Move } from "./arrows-lists.ts";
import { arrowsWays } from "./arrows-ways.ts";

/** What the ends of lines mean, for those that there are, as it stands above the lists. */
export interface ArrowsKey {
  readonly height: number;
  readonly marks: (marginTop: number) => Plot.Markish[];
}

export function arrowsKey(moves: readonly Move[], { width, fontSize }: Frame): ArrowsKey {
  const there = (["rose", "fell", "stayed", "left", "came"] as const).filter((way) =>
    moves.some((move) => move.way === way),
  );
  const ways = there.filter((way, i) => there.findIndex((of) => arrowsWays[of].words === arrowsWays[way].words) === i);
  const entries: { way: (typeof ways)[number]; x: number; line: number }[] = [];
  let x = 0;
  let line = 0;
  for (const way of ways) {
    const taken = 34 + textWidth(arrowsWays[way].words, fontSize);
    if (x > 0 && x + taken > width) {
      x = 0;
      line++;
    }
    entries.push({ way, x, line });
    x += taken + fontSize * 1.3;
  }
  const lineHeight = fontSize * 1.6;
  return {
    height: ways.length === 0 ? 0 : (line + 1) * lineHeight + fontSize * 0.4,
    marks: (marginTop) =>
      entries.flatMap(({ way, x, line }) => {
        const { words, colour, strokeWidth, symbol, rotate, hollow } = arrowsWays[way];
        const y = line * lineHeight + fontSize * 0.75 - marginTop;
        return [
          Plot.ruleY([0], { x1: [x], x2: [x + 20], stroke: colour, strokeWidth, dy: y }),
          Plot.dot([0], {
            frameAnchor: "top-left",
            dx: x + 22,
            dy: y,
            symbol,
            rotate,
            r: 5,
            fill: hollow ? "#FFFFFF" : colour,
            stroke: colour,
            strokeWidth: 1.5,
          }),
          Plot.text([words], { frameAnchor: "top-left", lineAnchor: "middle", dx: x + 34, dy: y }),
        ];
      }),
  };
}
