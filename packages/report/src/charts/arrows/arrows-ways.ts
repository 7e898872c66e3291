import { categoryColours } from "../category-colours.ts";
import { colours } from "../frame.ts";

/** How a line that rose, fell, stayed or ends in the margin looks: told apart by shape and weight as well as by colour. */
export const arrowsWays = {
  rose: { words: "rose", colour: colours.own, strokeWidth: 2.75, symbol: "triangle", rotate: 0, hollow: false },
  fell: {
    words: "fell",
    colour: categoryColours[3]!.fill,
    strokeWidth: 2,
    symbol: "triangle",
    rotate: 180,
    hollow: false,
  },
  stayed: {
    words: "same rank",
    colour: colours.others[3],
    strokeWidth: 1.25,
    symbol: "circle",
    rotate: 0,
    hollow: false,
  },
  left: {
    words: "ranked in one list only",
    colour: colours.text,
    strokeWidth: 1.25,
    symbol: "circle",
    rotate: 0,
    hollow: true,
  },
  came: {
    words: "ranked in one list only",
    colour: colours.text,
    strokeWidth: 1.25,
    symbol: "circle",
    rotate: 0,
    hollow: true,
  },
} as const;
