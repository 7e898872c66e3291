import * as Plot from "@observablehq/plot";
import { categoryColours } from "../category-colours.ts";
import { colours, type Frame, textWidth, wrap } from "../frame.ts";

/** Names of the parts of a stack, in its order, as they stand above the drawing. */
export interface StackLegend {
  readonly height: number;
  /** @param marginLeft and marginTop of the drawing, from whose corner its marks are placed */
  readonly marks: (marginLeft: number, marginTop: number) => Plot.Markish[];
}

/** Lays names out side by side as far as there is room, each with its colour and letter; none for one part without a name. */
export function stackLegend(
  series: readonly string[],
  { width, fontSize }: Frame,
  isListed: (n: number) => boolean = () => true,
): StackLegend {
  if (series.length === 1 && series[0] === "") return { height: 0, marks: () => [] };
  const lineHeight = fontSize * 1.25;
  const swatch = Math.round(fontSize * 1.3);
  const entries: { name: string; text: string; i: number; x: number; y: number }[] = [];
  let x = 0;
  let y = 0;
  let tallest = 0;
  for (const [i, name] of series.entries()) {
    if (!isListed(i)) continue;
    const text = wrap(name, Math.floor((width - swatch - 6) / fontSize / 0.56));
    const taken = swatch + 6 + textWidth(text, fontSize);
    if (x > 0 && x + taken > width) {
      x = 0;
      y += tallest;
      tallest = 0;
    }
    entries.push({ name, text, i, x, y });
    x += taken + fontSize * 1.4;
    tallest = Math.max(tallest, Math.max(swatch, text.split("\n").length * lineHeight) + 5);
  }
  const marks: StackLegend["marks"] = (marginLeft, marginTop) =>
    entries.flatMap(({ text, i, x, y }) => {
      const { fill, text: ink } = categoryColour(i);
      const middle = {
        frameAnchor: "top-left" as const,
        dx: x + swatch / 2 - marginLeft,
        dy: y + swatch / 2 - marginTop,
      };
      return [
        Plot.dot([0], { ...middle, symbol: "square", r: swatch / 2 / Math.sqrt(Math.PI / 4), fill }),
        Plot.text(series.length > 1 ? [partLetter(i)] : [], {
          ...middle,
          textAnchor: "middle",
          lineAnchor: "middle",
          fill: ink,
          fontWeight: "bold",
        }),
        Plot.text([text], {
          frameAnchor: "top-left",
          lineAnchor: "top",
          lineHeight: 1.25,
          dx: x + swatch + 6 - marginLeft,
          dy: y + (swatch - fontSize) / 2 - marginTop,
          fill: colours.text,
        }),
      ];
    });
  return { height: y + tallest, marks };
}

/** The colour of the n-th series, from 0: they begin again after the last; the letter goes on. */
export function categoryColour(n: number): { readonly fill: string; readonly text: string } {
  return categoryColours[n % categoryColours.length]!;
}

/** The letter by which the n-th series is known besides its colour; none after the 26th. */
export function partLetter(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : "";
}
