import * as Plot from "@observablehq/plot";
import { colours, type Frame, isUnfirm } from "../frame.ts";
import type { Move, Place } from "./arrows-lists.ts";
import { arrowsWays } from "./arrows-ways.ts";

/** A place in a list with its texts, in lines. */
export interface LabelledPlace extends Place {
  readonly name: string;
  readonly rank: string;
  readonly rankLines: number;
  readonly lines: number;
}

export interface ArrowsLayout {
  /** The top of each row, in pixels, and the bottom of the last. */
  readonly tops: readonly number[];
  readonly width: number;
  /** Width of each list, between which the lines run. */
  readonly side: number;
  /** Whether names stand under their ranks, not beside them. */
  readonly stacked: boolean;
  readonly rankRoom: number;
  readonly frame: Frame;
}

interface Lists {
  readonly moves: readonly Move[];
  readonly first: readonly LabelledPlace[];
  readonly second: readonly LabelledPlace[];
}

/** The lines with their ends, and the texts of both lists. */
export function arrowsMarks({ moves, first, second }: Lists, layout: ArrowsLayout): Plot.Markish[] {
  const { width, side } = layout;
  const y = (place: Place) => (layout.tops[place.row]! + layout.tops[place.row + 1]!) / 2;
  const [from, to] = [side + 8, width - side - 14];
  const tail = Math.max(14, (to - from) * 0.3);
  const lines = moves.map(({ first: one, second: other, way }) => ({
    way,
    dashed: [one, other].some((place) => place && isUnfirm(place.point)),
    x1: one ? from : to - tail,
    x2: other ? to : from + tail,
    y1: y(one ?? other!),
    y2: y(other ?? one!),
    end: way === "came" ? to - tail : way === "left" ? from + tail : to,
    endY: y(other ?? one!),
  }));
  return [
    ...(["stayed", "left", "came", "fell", "rose"] as const).flatMap((way) => {
      const { colour, strokeWidth, symbol, rotate, hollow } = arrowsWays[way];
      const of = lines.filter((line) => line.way === way);
      const sides = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" };
      const ends = { stroke: colour, strokeWidth: 1.5 };
      return [
        Plot.link(of, { ...sides, stroke: "#FFFFFF", strokeWidth: strokeWidth + 3 }),
        ...[false, true].map((dashed) =>
          Plot.link(
            of.filter((line) => line.dashed === dashed),
            { ...sides, stroke: colour, strokeWidth, ...(dashed ? { strokeDasharray: "6 4" } : {}) },
          ),
        ),
        Plot.dot(hollow ? [] : of, { x: "x1", y: "y1", r: 2.5, fill: colour }),
        Plot.dot(of, { x: "end", y: "endY", symbol, rotate, r: 4.5, fill: hollow ? "#FFFFFF" : colour, ...ends }),
      ];
    }),
    ...texts(first, "end", layout),
    ...texts(second, "start", layout),
  ];
}

function texts(list: readonly LabelledPlace[], textAnchor: "start" | "end", layout: ArrowsLayout): Plot.Markish[] {
  const { tops, width, side, stacked, rankRoom, frame } = layout;
  const edge = textAnchor === "end" ? side : width - side;
  const away = textAnchor === "end" ? -1 : 1;
  const top = ({ row, lines }: LabelledPlace) => (tops[row]! + tops[row + 1]!) / 2 - (lines * frame.fontSize * 1.2) / 2;
  const shared = { textAnchor, lineAnchor: "top" as const, lineHeight: 1.2, dy: 2 };
  return [
    Plot.text(list, {
      ...shared,
      x: () => edge,
      y: (place: LabelledPlace) =>
        stacked ? top(place) : (tops[place.row]! + tops[place.row + 1]!) / 2 - frame.fontSize * 0.6,
      text: "rank",
      fontWeight: "bold",
      fill: colours.text,
    }),
    Plot.text(list, {
      ...shared,
      x: () => edge + (stacked ? 0 : away * (rankRoom + 10)),
      y: (place: LabelledPlace) => top(place) + (stacked ? place.rankLines * frame.fontSize * 1.2 : 0),
      text: "name",
      fill: colours.text,
    }),
  ];
}
