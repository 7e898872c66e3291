import type { ChartPoint } from "@popneeds/jsna";
import { textWidth, wrap } from "../frame.ts";
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

/** Room beside and above a text, in pixels, and the height of a line, in sizes of its font. */
export const rectangleText = { beside: 7, above: 5, lineHeight: 1.2 } as const;

/**
 * What is written into the rectangles of a group: name and figure of each where both fit whole, the figure on a line of its own
 * where there is room for one, else nothing; above them, in the largest, the name of the group. Where that does not fit, the group's letter stands in the first rectangle with room
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
      const label = fitted(rectangle, letter, alone[i] ? nameAndFigure(rectangle.point, figure) : [[]], sizes);
      if (label) return { texts: texts(i, label), named: "by letter" };
    }
  return { texts: texts(-1, { heading: [], body: [], fontSize: 0 }), named: "in the key only" };
}

interface Fitted {
  readonly heading: readonly string[];
  readonly body: readonly string[];
  readonly fontSize: number;
}

/** Ways to write a name and a figure, the best first, each in parts that begin a line. */
function nameAndFigure(point: ChartPoint, figure: (point: ChartPoint) => string): readonly (readonly string[])[] {
  return [[point.at, figure(point)], [`${point.at} ${figure(point)}`]];
}

/** The texts in lines that fit the rectangle, in the largest font and the best way in which they do; `null` if in none. */
function fitted(
  rectangle: Rectangle,
  heading: string,
  bodies: readonly (readonly string[])[],
  sizes: readonly number[],
): Fitted | null {
  const width = rectangle.right - rectangle.left - 2 * rectangleText.beside;
  const height = rectangle.bottom - rectangle.top - 2 * rectangleText.above;
  for (const fontSize of sizes)
    for (const parts of bodies) {
      const bold = broken(heading, width / boldness, fontSize);
      const body = parts.flatMap((text) => broken(text, width, fontSize));
      const widest = Math.max(
        ...bold.map((line) => textWidth(line, fontSize) * boldness),
        ...body.map((line) => textWidth(line, fontSize)),
      );
      const high = (bold.length + body.length) * fontSize * rectangleText.lineHeight;
      if (widest <= width && high <= height) return { heading: bold, body, fontSize };
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
  const at = { point, left: left + rectangleText.beside, fontSize };
  const first = top + rectangleText.above;
  const second = first + heading.length * fontSize * rectangleText.lineHeight;
  return [
    ...(heading.length > 0 ? [{ ...at, text: heading.join("\n"), top: first, bold: true }] : []),
    ...(body.length > 0 ? [{ ...at, text: body.join("\n"), top: second, bold: false }] : []),
  ];
}
