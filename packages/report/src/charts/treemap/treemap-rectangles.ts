import type { ChartPoint } from "@popneeds/jsna";
import { groups } from "d3-array";
import { hierarchy, treemap, treemapSquarify } from "d3-hierarchy";

/** A point as a rectangle, in pixels from the top left. */
export interface Rectangle {
  readonly point: ChartPoint;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A group of rectangles, which fill its own rectangle, largest first. */
export interface RectangleGroup {
  readonly series: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly rectangles: readonly Rectangle[];
}

interface Node {
  readonly series: string;
  readonly point: ChartPoint | null;
  readonly children?: readonly Node[];
}

/**
 * Rectangles that fill a space, the area of each in proportion to its value: `area = width × height × value / sum of values`.
 * Those of one series stand together. Groups and rectangles go from the largest, at the top left, to the smallest.
 *
 * No room is left between them, so that areas are true; lines are drawn over the edges. Squarified, for rectangles about
 * half as wide again as high, since words are wider than high.
 *
 * Source: Bruls, Huizing, van Wijk (2000), Squarified treemaps.
 *
 * @param points with values above 0 only; what is missing, zero or below has no area
 * @param width  pixels, above 0
 * @param height pixels, above 0
 * @returns none for no points
 */
export function treemapRectangles(
  points: readonly ChartPoint[],
  width: number,
  height: number,
): readonly RectangleGroup[] {
  if (points.length === 0) return [];
  const tree = hierarchy<Node>({
    series: "",
    point: null,
    children: groups(points, ({ series }) => series).map(([series, of]) => ({
      series,
      point: null,
      children: of.map((point) => ({ series, point })),
    })),
  })
    .sum(({ point }) => point?.fact.value ?? 0)
    .sort((a, b) => b.value! - a.value!);
  const laid = treemap<Node>()
    .tile(treemapSquarify.ratio(1))
    .size([width / landscape, height])(tree);
  return (laid.children ?? []).map((group) => ({
    series: group.data.series,
    ...sides(group),
    rectangles: (group.children ?? []).map((leaf) => ({ point: leaf.data.point!, ...sides(leaf) })),
  }));
}

/** Squares on a space made narrower by this become rectangles that are wider than high. */
const landscape = 1.5;

function sides({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }) {
  return { left: x0 * landscape, top: y0, right: x1 * landscape, bottom: y1 };
}
