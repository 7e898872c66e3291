import type { Chart } from "@popneeds/jsna";
import { describe, expect, it } from "vitest";
import { chartSvg } from "../../src/index.ts";
import { contrast } from "./contrast.ts";
import { type Drawn, shares, syntheticChart } from "./synthetic-charts.ts";
import { clipped, covered, type TextBox, textBoxes } from "./text-boxes.ts";

const sizes = ["wide", "narrow"] as const;
const treemap = (drawn: readonly Drawn[]): Chart =>
  syntheticChart("treemap", "%", "% of all years of life lost", drawn);
const drawing = (drawn: readonly Drawn[], size: (typeof sizes)[number] = "wide") => chartSvg(treemap(drawn), { size });
const three: readonly Drawn[] = [
  { at: "one", series: "", value: 60 },
  { at: "two", series: "", value: 30 },
  { at: "three", series: "", value: 10 },
];

/** Rectangles of figures, in order, with what is said of each. */
function rectangles(svg: string) {
  return [...svg.matchAll(/<rect ([^>]*)><title>([^<]*)<\/title>/g)].map(([, attributes, says]) => {
    const number = (name: string) => Number(new RegExp(`\\b${name}="([-\\d.]+)"`).exec(attributes!)![1]);
    const [left, top, width, height] = [number("x"), number("y"), number("width"), number("height")];
    const fill = /fill="([^"]+)"/.exec(attributes!)![1]!;
    return { says: says!, left, top, right: left + width, bottom: top + height, area: width * height, fill };
  });
}
const within = (text: TextBox) => (of: ReturnType<typeof rectangles>[number]) =>
  text.left >= of.left && text.right <= of.right + 0.1 && text.top >= of.top && text.bottom <= of.bottom;

describe("a treemap", () => {
  it("gives each figure an area in proportion to it, largest first", () => {
    // By hand: 60, 30 and 10 of 100 on 720 by 225 pixels (90 and 45 for each figure) are 97,200, 48,600 and 16,200 square pixels.
    const found = rectangles(drawing(three));
    expect(found.map(({ says }) => says)).toEqual(["one: 60.0%", "two: 30.0%", "three: 10.0%"]);
    for (const [i, area] of [97_200, 48_600, 16_200].entries()) expect(found[i]!.area / area).toBeCloseTo(1, 3);
  });

  it.each(sizes)(
    "draws 26 causes in seven groups, %s, without a text that covers another or runs over an edge",
    (size) => {
      const svg = drawing(shares, size);
      expect(rectangles(svg)).toHaveLength(26);
      expect(covered(textBoxes(svg))).toEqual([]);
      expect(clipped(svg)).toEqual([]);
    },
  );

  it.each(sizes)("writes into a rectangle only what it has room for, to be read on its colour, %s", (size) => {
    const svg = drawing(shares, size);
    const found = rectangles(svg);
    const [top, bottom] = [Math.min(...found.map((of) => of.top)), Math.max(...found.map((of) => of.bottom))];
    const inside = textBoxes(svg).filter((text) => text.bottom > top && text.top < bottom);
    expect(inside.length).toBeGreaterThan(26);
    for (const text of inside) {
      const on = found.filter(within(text));
      expect([text.text, on.length]).toEqual([text.text, 1]);
      expect(contrast(text.fill!, on[0]!.fill)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(sizes)(
    "names each group once: in its largest rectangle, or by a letter that the key explains, %s",
    (size) => {
      const svg = drawing(shares, size);
      const words = svg
        .replaceAll(/<desc.*?<\/desc>|<title.*?<\/title>/g, "")
        .replaceAll(/<\/tspan><tspan[^>]*>/g, " ");
      const texts = [...words.matchAll(/>([^<>]+)</g)].map(([, text]) => text);
      const groups = [...new Set(shares.map(({ series }) => series))];
      const times = (text: string) => texts.filter((of) => of === text).length;
      for (const [i, group] of groups.entries()) {
        // The last group has a cause of its own name, which names it.
        const named = texts.some((text) => text === group || text?.startsWith(`${group} `)) ? 1 : 0;
        expect([group, named]).toEqual([group, 1]);
        expect(times(group)).toBeLessThanOrEqual(1);
        expect([0, 2]).toContain(times(String.fromCharCode(65 + i)));
      }
      expect(times("D")).toBe(2);
    },
  );

  it("puts a figure behind its name where it has no line of its own", () => {
    expect(textBoxes(drawing(shares, "narrow")).map(({ text }) => text)).toContain("deaths 4.2%");
    expect(textBoxes(drawing(shares)).map(({ text }) => text)).toContain("4.2%");
  });

  it("leaves a small rectangle without words, and says on hovering what it is", () => {
    const svg = drawing(shares);
    expect(svg).toContain("<title>Other external causes: 0.4%</title>");
    expect(textBoxes(svg).map(({ text }) => text)).not.toContain("Other external");
  });

  it("parts groups by wide white lines, so that they can be told apart without colour", () => {
    expect(drawing(shares)).toMatch(/<g stroke-width="4" stroke="#FFFFFF" fill="none">(<rect [^>]*\/>){7}<\/g>/);
    expect(drawing(three)).not.toContain('stroke-width="4"');
  });

  it("gives groups their colours in the order in which they are met, whichever is largest", () => {
    const [first, second] = ["#12436D", "#28A197"];
    const small = { at: "a", series: "first met", value: 1 };
    const large = { at: "b", series: "second met", value: 9 };
    expect(rectangles(drawing([small, large])).map(({ fill }) => fill)).toEqual([second, first]);
    expect(rectangles(drawing([large, small])).map(({ fill }) => fill)).toEqual([first, second]);
  });

  it("draws figures that are modelled pale within dashes among others that are not, and says so", () => {
    const mixed = three.map((of, i) => ({ ...of, evidence: i === 1 ? ("modelled" as const) : ("observed" as const) }));
    const svg = drawing(mixed);
    expect(svg.match(/<g [^>]*stroke-dasharray="4 3"[^>]*>(.*?)<\/g>/)![1]!.match(/<rect /g)).toHaveLength(1);
    expect(svg).toContain(">30.0% (modelled)<");
    // By hand: a fifth of #12436D and four fifths of white.
    expect(rectangles(svg).map(({ fill }) => fill)).toEqual(["#12436D", "#d0d9e2", "#12436D"]);
    expect(contrast("#1A1A1A", "#d0d9e2")).toBeGreaterThanOrEqual(4.5);
  });

  it("leaves it to the subtitle where all figures are modelled", () => {
    const svg = drawing(three.map((of) => ({ ...of, evidence: "modelled" })));
    expect(svg).not.toContain("dasharray");
    expect(svg).not.toContain("(modelled)");
  });

  it("names below what is missing or zero, with its mark or figure", () => {
    const svg = drawing([
      ...three,
      { at: "withheld", series: "", value: null, missing: "suppressed" },
      { at: "unknown", series: "", value: null },
      { at: "none", series: "", value: 0 },
    ]);
    expect(rectangles(svg)).toHaveLength(3);
    expect(svg).toContain(">Without a rectangle: withheld [c]; unknown [x]; none 0.0%<");
    expect(clipped(svg)).toEqual([]);
  });

  it("draws nothing of zeros alone, and names them", () => {
    const svg = drawing([{ at: "none", series: "", value: 0 }]);
    expect(rectangles(svg)).toEqual([]);
    expect(svg).toContain(">Without a rectangle: none 0.0%<");
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("says so when there is nothing to draw", () => {
    expect(drawing([])).toContain("No figures to draw");
    expect(drawing([{ at: "withheld", series: "", value: null }])).toContain("No figures to draw");
  });

  it.each(sizes)("fills the space with one figure, %s", (size) => {
    const svg = drawing(shares.slice(0, 1), size);
    // By hand: 90 and 45 pixels high.
    expect(rectangles(svg)[0]!.area).toBeCloseTo((size === "wide" ? 720 : 358) * 135, 0);
    for (const text of [">Cancers<", ">Lung cancer<", ">9.1%<"]) expect(svg).toContain(text);
  });

  it.each(sizes)("breaks long names, and leaves out what has no room, %s", (size) => {
    const long = shares.map((of) => ({
      ...of,
      at: `Malignant neoplasm of trachea, bronchus and lung, ${of.at} and all else that goes by so long a name`,
      series: `${of.series}, with a name that is longer than any line of a narrow screen has room for`,
    }));
    const svg = drawing(long, size);
    expect(rectangles(svg)).toHaveLength(26);
    expect(covered(textBoxes(svg))).toEqual([]);
    expect(clipped(svg)).toEqual([]);
  });

  it("prints signs of its text as they are", () => {
    const svg = drawing([{ at: "Falls & <other>", series: "", value: 1 }]);
    expect(svg).toContain(">Falls &amp; &lt;other&gt;<");
    expect(svg).not.toContain("<other>");
  });

  it("refuses what is below zero", () => {
    const change = [...three, { at: "four", series: "", value: -1.5 }];
    expect(() => drawing(change)).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [negative-area] treemap synthetic-treemap: every value must be 0 or more, since nothing below zero has an area; 1 of 4 are below:
        four: -1.5
        Fix: Draw figures that may be negative as "bars", "stack" or "waterfall".]
    `);
  });
});
