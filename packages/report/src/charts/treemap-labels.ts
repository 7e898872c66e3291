import type { ChartPoint } from "@popneeds/jsna";
import { textWidth, wrap } from "./frame.ts";
import type { Rectangle, RectangleGroup } from "./treemap-rectangles.ts";

/** A text in a rectangle, in lines, from its top left. */
export interface RectangleText {
  readonly point: ChartPoint;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly fontSize: number;
  readonly bold: boolean;
}

/** The texts of a group, and whether it could be named in its own space. */
export interface GroupLabels {
  readonly texts: readonly RectangleText[];
  readonly named: "in full" | "by letter" | "in the key only";
}

/** Room around a text, and the height of a line, as a share of the size of its font. */
export const rectangleText = { pad: 7, lineHeight: 1.2 } as const;

/**
 * What is written into the rectangles of a group: name and figure of each where both fit whole, else nothing; above them,
 * in the largest, the name of the group. Where that does not fit, the group's letter stands in the first rectangle with room
 * for it.
 *
 * @param figure how the figure of a point is printed
 * @param letter of the group; empty for none
 * @param sizes  sizes of font to try, the largest first
 */
export function treemapLabels(
  { series, rectangles }: RectangleGroup,
  { figure, letter, sizes }: { figure: (point: ChartPoint) => string; letter: string; sizes: readonly number[] },
): GroupLabels {
  const alone = rectangles.map((rectangle) => fitted(rectangle, "", nameAndFigure(rectangle.point, figure), sizes));
  const texts = (at: number, label: Fitted) =>
    rectangles.flatMap((rectangle, i) => {
      const of = i === at ? label : alone[i];
      return of ? placed(rectangle, of) : [];
    });
  const own = rectangles[0]!;
  const inFull = own.point.at === series ? alone[0] : fitted(own, series, nameAndFigure(own.point, figure), sizes);
  if (inFull) return { texts: texts(0, inFull), named: "in full" };
  if (letter !== "")
    for (const [i, rectangle] of rectangles.entries()) {
      const label = fitted(rectangle, letter, alone[i] ? nameAndFigure(rectangle.point, figure) : "", sizes);
      if (label) return { texts: texts(i, label), named: "by letter" };
    }
  return { texts: texts(-1, { heading: [], body: [], fontSize: 0 }), named: "in the key only" };
}

interface Fitted {
  readonly heading: readonly string[];
  readonly body: readonly string[];
  readonly fontSize: number;
}

function nameAndFigure(point: ChartPoint, figure: (point: ChartPoint) => string): string {
  return `${point.at}\n${figure(point)}`;
}

/** The texts in lines that fit the rectangle, in the largest font in which they do; `null` if in none. */
function fitted(rectangle: Rectangle, heading: string, body: string, sizes: readonly number[]): Fitted | null {
  const width = rectangle.right - rectangle.left - 2 * rectangleText.pad;
  const height = rectangle.bottom - rectangle.top - 2 * rectangleText.pad;
  for (const fontSize of sizes) {
    const headingLines = broken(heading, width / boldness, fontSize);
    const bodyLines = body.split("\n").flatMap((text) => broken(text, width, fontSize));
    const lines = [
      ...headingLines.map((line) => textWidth(line, fontSize) * boldness),
      ...bodyLines.map((line) => textWidth(line, fontSize)),
    ];
    if (lines.length * fontSize * rectangleText.lineHeight <= height && lines.every((line) => line <= width))
      return { heading: headingLines, body: bodyLines, fontSize };
  }
  return null;
}

/** Bold text is wider by about this. */
const boldness = 1.08;

function broken(text: string, width: number, fontSize: number): readonly string[] {
  if (text === "") return [];
  return wrap(text, Math.max(1, Math.floor(width / textWidth("m", fontSize)))).split("\n");
}

function placed({ point, left, top }: Rectangle, { heading, body, fontSize }: Fitted): readonly RectangleText[] {
  const at = { point, left: left + rectangleText.pad, fontSize };
  const first = top + rectangleText.pad;
  const second = first + heading.length * fontSize * rectangleText.lineHeight;
  return [
    ...(heading.length > 0 ? [{ ...at, text: heading.join("\n"), top: first, bold: true }] : []),
    ...(body.length > 0 ? [{ ...at, text: body.join("\n"), top: second, bold: false }] : []),
  ];
}
