import * as Plot from "@observablehq/plot";
import { colours, isUnfirm } from "../frame.ts";
import type { WaterfallRow } from "./waterfall-levels.ts";

const total = { fill: colours.own, tint: colours.ownTint } as const;
const rise = { fill: "#801650", tint: "#F6E6EE" } as const;
const fall = { fill: "#28A197", tint: "#DDF2F0" } as const;

/** A row of a waterfall in its place: its upper and lower edge and its middle, in rows from the top. */
export interface PlacedRow extends WaterfallRow {
  readonly upper: number;
  readonly middle: number;
  readonly lower: number;
}

/** How a waterfall lies on the drawing. */
export interface WaterfallLayout {
  /** Whether totals are bars from zero, else dots. */
  readonly fromZero: boolean;
  /** What a pixel is worth. */
  readonly pixel: number;
  /** Pixels of the longest tip of an arrow. */
  readonly tip: number;
}

/** A bar or an arrow, corner after corner. */
interface Shape {
  readonly row: PlacedRow;
  readonly colour: { readonly fill: string; readonly tint: string };
  readonly corners: [number, number][];
}

/** Totals, arrows and the thin lines between them; dashes around what is neither observed nor published. */
export function waterfallMarks(rows: readonly PlacedRow[], layout: WaterfallLayout): Plot.Markish[] {
  const shapes = rows.flatMap((row) => shape(row, layout));
  const drawShapes = (unfirm: boolean) =>
    shapes
      .filter((of) => isUnfirm(of.row.point) === unfirm)
      .map(({ corners, colour }) =>
        Plot.line(corners, {
          curve: "linear-closed",
          fill: unfirm ? colour.tint : colour.fill,
          stroke: colour.fill,
          strokeWidth: unfirm ? 1.5 : 1,
          strokeLinecap: "butt",
          strokeLinejoin: "round",
          ...(unfirm ? { strokeDasharray: "4 3" } : {}),
        }),
      );
  const dots = layout.fromZero ? [] : rows.filter((row) => row.total && row.span);
  const still = rows.filter((row) => !row.total && row.span?.from === row.span?.to && row.span);
  return [
    Plot.link(joints(rows), { x1: "level", x2: "level", y1: "from", y2: "to", stroke: colours.quiet, strokeWidth: 1 }),
    ...drawShapes(false),
    ...drawShapes(true),
    Plot.link(still, {
      x1: (row: PlacedRow) => row.span!.to,
      x2: (row: PlacedRow) => row.span!.to,
      y1: "upper",
      y2: "lower",
      stroke: colours.text,
      strokeWidth: 2.5,
    }),
    Plot.dot(dots, {
      x: (row: PlacedRow) => row.span!.to,
      y: "middle",
      r: 6.5,
      fill: (row: PlacedRow) => (isUnfirm(row.point) ? "#FFFFFF" : total.fill),
      stroke: total.fill,
      strokeWidth: 2.5,
    }),
  ];
}

/** The corners of a bar from zero, or of an arrow from level to level; none for a dot, for zero, and for what has no place. */
function shape(row: PlacedRow, { fromZero, pixel, tip }: WaterfallLayout): readonly Shape[] {
  const { span, upper, middle, lower } = row;
  if (!span || span.from === span.to || (row.total && !fromZero)) return [];
  const { from, to } = span;
  if (row.total)
    return [
      {
        row,
        colour: total,
        corners: [
          [from, upper],
          [to, upper],
          [to, lower],
          [from, lower],
        ],
      },
    ];
  const neck = to - Math.sign(to - from) * Math.min(tip * pixel, Math.abs(to - from));
  const corners: [number, number][] = [
    [from, upper],
    [neck, upper],
    [to, middle],
    [neck, lower],
    [from, lower],
  ];
  return [{ row, colour: to > from ? rise : fall, corners }];
}

/** The level that each row hands on to the next, from the middle of the one to where the next begins. */
function joints(rows: readonly PlacedRow[]) {
  return rows.slice(1).flatMap((next, i) => {
    const row = rows[i]!;
    if (!row.span || !next.span) return [];
    return [{ level: row.span.to, from: row.middle, to: next.total ? next.middle : next.upper }];
  });
}
