import * as Plot from "@observablehq/plot";
import { colours, halo } from "../frame.ts";
import { categoryColour, partLetter } from "./stack-legend.ts";
import { hasBothSigns, type StackColumn } from "./stack-parts.ts";

/** How columns lie on the drawing. */
export interface StackLayout {
  readonly upright: boolean;
  /** Half of a column's breadth, in columns. */
  readonly half: number;
  /** Pixels of a column's breadth. */
  readonly breadth: number;
  /** Pixels of one unit of value. */
  readonly unit: number;
  readonly fontSize: number;
}

/** The columns themselves: parts, their letters, dashes around unfirm ones, zero, sums, and marks of what is missing. */
export function stackMarks(columns: readonly StackColumn[], layout: StackLayout): Plot.Markish[] {
  const { upright, half, breadth, unit, fontSize } = layout;
  const at = (value: string, i = "i") => (upright ? { x: i, y: value } : { x: value, y: i });
  const sides = upright
    ? { x1: "start", x2: "end", y1: "from", y2: "to" }
    : { x1: "from", x2: "to", y1: "start", y2: "end" };
  const gap = upright ? { insetTop: 0.5, insetBottom: 0.5 } : { insetLeft: 0.5, insetRight: 0.5 };
  const placed = columns.map((column, n) => ({ ...column, i: n + 0.5, start: n + 0.5 - half, end: n + 0.5 + half }));
  const parts = placed.flatMap(({ parts, i, start, end }) =>
    parts.map((part) => ({ ...part, i, start, end, middle: (part.from + part.to) / 2 })),
  );
  const dashed = placed.flatMap(({ unfirm, start, end }) => unfirm.map((span) => ({ ...span, start, end })));
  const several = parts.some(({ series }) => series > 0);
  const marked = placed
    .filter(({ marks }) => marks.length > 0)
    .map((column) => ({ ...column, text: column.marks.join(upright ? "\n" : " ") }));
  const sums = hasBothSigns(columns) ? placed.filter(({ net }) => net !== null) : [];
  const radius = Math.min(4.5, breadth / 3);
  const room = fontSize * (upright ? 1.2 : 1);
  const lettered = parts.filter(
    ({ from, to, middle, i }) =>
      several &&
      breadth >= fontSize &&
      Math.abs(to - from) * unit >= room &&
      !sums.some((column) => column.i === i && Math.abs(column.net! - middle) * unit < radius + fontSize * 0.7),
  );
  const thick = ({ from, to }: (typeof parts)[number]) => Math.abs(to - from) * unit >= 2;
  const fill = ({ series }: (typeof parts)[number]) => categoryColour(series).fill;
  return [
    Plot.rect(parts.filter(thick), { ...sides, ...gap, fill }),
    // A gap would hide them.
    Plot.rect(
      parts.filter((part) => !thick(part)),
      { ...sides, fill },
    ),
    Plot.rect(dashed, { ...sides, inset: -2.5, stroke: colours.text, strokeWidth: 1.25, strokeDasharray: "4 3" }),
    upright ? Plot.ruleY([0], { stroke: colours.text }) : Plot.ruleX([0], { stroke: colours.text }),
    Plot.text(lettered, {
      ...at("middle"),
      text: ({ series }: (typeof parts)[number]) => partLetter(series),
      fill: ({ series }: (typeof parts)[number]) => categoryColour(series).text,
      lineAnchor: "middle",
      textAnchor: "middle",
      fontWeight: "bold",
    }),
    Plot.dot(sums, {
      ...at("net"),
      r: radius,
      fill: "#FFFFFF",
      stroke: colours.text,
      strokeWidth: 2,
    }),
    Plot.text(marked, {
      ...at("high"),
      text: "text",
      ...(upright
        ? { lineAnchor: "bottom" as const, textAnchor: "middle" as const, dy: -6 }
        : { lineAnchor: "middle" as const, textAnchor: "start" as const, dx: 6 }),
      ...halo,
    }),
  ];
}
