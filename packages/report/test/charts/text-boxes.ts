/** A line of text of a drawing and the room it takes, at the width that the charts reckon with. */
export interface TextBox {
  readonly text: string;
  readonly fill: string | null;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the lines of text of a chart stand, read from its SVG. */
export function textBoxes(svg: string): readonly TextBox[] {
  const size = Number(/font-size:(\d+)px/.exec(svg)![1]);
  return [...svg.matchAll(/<g([^>]*)>((?:<text[^>]*>.*?<\/text>)+)<\/g>/g)].flatMap(([, group, texts]) => {
    const [groupX, groupY] = translation(group!);
    const anchor = /text-anchor="(\w+)"/.exec(group!)?.[1] ?? "middle";
    return [...texts!.matchAll(/<text([^>]*)>(.*?)<\/text>/g)].flatMap(([, attributes, content]) => {
      const [x, y] = translation(attributes!);
      const fontSize = Number(/font-size="([\d.]+)"/.exec(attributes!)?.[1] ?? size);
      const fill = (/fill="([^"]+)"/.exec(attributes!) ?? /fill="([^"]+)"/.exec(group!))?.[1] ?? null;
      let baseline = groupY + y + ems(attributes!) * fontSize;
      return lines(content!).map(([line, text]) => {
        baseline += ems(line) * fontSize;
        const width = text.length * fontSize * 0.56;
        const left = groupX + x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
        return {
          text,
          fill,
          left,
          right: left + width,
          top: baseline - fontSize * 0.8,
          bottom: baseline + fontSize * 0.2,
        };
      });
    });
  });
}

/** Pairs of texts of which one covers another by more than a pixel each way. */
export function covered(boxes: readonly TextBox[]): readonly string[] {
  return boxes.flatMap((one, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
      )
      .map((other) => `${one.text} | ${other.text}`),
  );
}

/** Texts that reach beyond the drawing. */
export function clipped(svg: string): readonly string[] {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
  return textBoxes(svg)
    .filter(({ left, right, top, bottom }) => left < -1 || top < -1 || right > width! + 1 || bottom > height! + 1)
    .map(({ text }) => text);
}

function translation(attributes: string): readonly [number, number] {
  const found = /translate\(([-\d.]+),([-\d.]+)\)/.exec(attributes);
  return [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
}

/** How far down a line begins, in ems. */
function ems(attributes: string): number {
  return Number(/\bd?y="(-?[\d.]+)em"/.exec(attributes)?.[1] ?? 0);
}

function lines(content: string): readonly (readonly [attributes: string, text: string])[] {
  const spans = [...content.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)].map(([, of, text]) => [of!, text!] as const);
  return spans.length > 0 ? spans : [["", content]];
}
