import type { ChartPoint } from "@popneeds/jsna";
import { describe, expect, it } from "vitest";
import { chartSvg } from "../../src/index.ts";
import { chartOf, numbersOf, point, textsOf, textsOutside } from "./synthetic-points.ts";

const bands = Array.from({ length: 20 }, (_, i) => (i === 19 ? "95+" : `${i * 5}-${i * 5 + 4}`));
const groups = [
  "Cancers",
  "Heart and circulation",
  "Respiratory",
  "Dementia, mental health and nervous system",
  "Digestive, liver, diabetes and kidney",
  "Injury, drugs and suicide",
  "All other causes",
];
/** Twenty bands of seven parts, up to 9,000 years in a band. */
const byAge = bands.flatMap((at, i) =>
  groups.map((group, k) =>
    point(at, group, Math.round(9000 * Math.exp(-(((i - 14) / 4) ** 2)) * [0.3, 0.25, 0.1, 0.1, 0.1, 0.05, 0.1][k]!)),
  ),
);
const gap = bands.flatMap((at, i) =>
  groups.map((group, k) => point(at, group, k === 3 && i > 13 ? -0.02 : (0.6 * Math.exp(-(((i - 12) / 4) ** 2))) / 7)),
);
const three: readonly ChartPoint[] = [
  point("0-4", "a", 10),
  point("0-4", "b", 20),
  point("0-4", "c", 30),
  point("5-9", "a", 6),
  point("5-9", "b", 0),
  point("5-9", "c", 12),
];
const svgOf = (points: readonly ChartPoint[], size: "wide" | "narrow" = "wide") =>
  chartSvg(chartOf("stack", points), { size });
const dashes = (svg: string) =>
  /<g [^>]*stroke-dasharray="4[ ,]3"[^>]*>(.*?)<\/g>/.exec(svg)?.[1]?.match(/<rect /g)?.length ?? 0;

describe("a stacked chart", () => {
  it("draws parts that add up to their column, with a white gap between them", () => {
    // By hand: 60 years are 320 pixels, so 10, 20 and 30 are 53.33, 106.67 and 160, each less a pixel of gap; 6 and 12 are 32 and 64.
    const heights = numbersOf(svgOf(three), "rect", "height");
    expect(heights).toEqual([52.33, 105.67, 159, 31, 63]);
    const tops = numbersOf(svgOf(three), "rect", "y");
    expect(tops[0]! - (tops[1]! + heights[1]!)).toBeCloseTo(1, 1);
    expect(tops[1]! - (tops[2]! + heights[2]!)).toBeCloseTo(1, 1);
  });

  it("draws a part that is thinner than its gap as thin as it is", () => {
    // By hand: 0.2 of 60 years at 320 pixels is 1.07.
    const svg = svgOf([point("0-4", "a", 59.8), point("0-4", "b", 0.2)]);
    expect(numbersOf(svg, "rect", "height")).toEqual([317.93, 1.07]);
  });

  it("turns columns to rows on a narrow screen, where every band is named", () => {
    const wide = textsOf(svgOf(byAge));
    expect(wide.filter((text) => bands.includes(text))).toEqual(bands.filter((_, i) => i % 2 === 1));
    const narrow = textsOf(svgOf(byAge, "narrow"));
    expect(narrow.filter((text) => bands.includes(text))).toEqual(bands);
    // Parts of a row add up as those of a column do: by hand 10 : 20 : 30, each with a pixel of gap.
    const [a, b, c] = numbersOf(svgOf(three, "narrow"), "rect", "width").map((width) => width + 1);
    expect(b! / a!).toBeCloseTo(2, 2);
    expect(c! / a!).toBeCloseTo(3, 2);
  });

  it("turns columns to rows where names other than ages do not fit side by side", () => {
    const names = ["Northvale, Upper and Lower, with all of its islands", "Eastmoor"];
    const texts = textsOf(svgOf(names.flatMap((at) => [point(at, "a", 1), point(at, "b", 2)])));
    expect(texts.join(" ")).toContain("Northvale, Upper and Lower, with all of its islands");
    expect(
      textsOf(svgOf(Array.from({ length: 30 }, (_, i) => point(`Place ${i}`, "", i)))).filter((text) =>
        /^Place/.test(text),
      ),
    ).toHaveLength(30);
  });

  it("names the parts in their order, each with the letter that stands in it", () => {
    const texts = textsOf(svgOf(byAge));
    expect(texts.filter((text) => groups.includes(text))).toEqual(groups);
    expect(texts.slice(0, 4)).toEqual(["A", "Cancers", "B", "Heart and circulation"]);
    // By hand: at 70-74 2,700 of 10,000 years at 320 pixels are 86, in which an A fits; 450 are 14, in which no F does.
    expect(texts.filter((text) => text === "A").length).toBeGreaterThan(5);
    expect(texts.filter((text) => text === "F")).toHaveLength(1);
  });

  it("gives parts beyond the seventh colour a letter of their own", () => {
    const texts = textsOf(svgOf(Array.from({ length: 9 }, (_, i) => point("0-4", `Part ${i + 1}`, 10))));
    expect(texts.filter((text) => /^[A-I]$/.test(text)).sort()).toEqual([..."AABBCCDDEEFFGGHHII"]);
  });

  it("draws one series without a name plain, without legend or letters", () => {
    const texts = textsOf(svgOf(bands.map((at, i) => point(at, "", 100 * i))));
    expect(texts.filter((text) => /^[A-Z]?$/.test(text))).toEqual([]);
  });

  it("draws parts below zero under it, and where both signs occur the sum of every column as a dot", () => {
    // By hand: −10 to 40 at 320 pixels is 6.4 a year: the sum 30 − 10 = 20 is 128 above zero, 40 is 256.
    const svg = svgOf([point("0-4", "a", 30), point("0-4", "b", -10), point("5-9", "a", 40), point("5-9", "b", 0)]);
    const zero = Number(/<g stroke="#1A1A1A"><line y2="([\d.]+)"/.exec(svg)![1]);
    const tops = numbersOf(svg, "rect", "y");
    expect(tops[0]).toBeLessThan(zero);
    expect(tops[1]! - zero).toBeCloseTo(0.5, 1);
    const [first, second] = numbersOf(svg, "circle", "cy");
    expect(zero - first!).toBeCloseTo(128, 1);
    expect(zero - second!).toBeCloseTo(256, 1);
    expect(svgOf(three)).not.toContain("<circle");
  });

  it("reaches below zero only as far as columns do, not to a whole tick", () => {
    // By hand: by whole ticks from −10 to 40; so from −1 − 3% of 50 = −2.5, where no tick is, and 40 years are 40 / 42.5 of 320 pixels.
    const svg = svgOf([point("0-4", "a", 40), point("0-4", "b", -1)]);
    expect(textsOf(svg).filter((text) => /^−/.test(text))).toEqual([]);
    expect(numbersOf(svg, "rect", "height")[0]).toBeCloseTo((40 / 42.5) * 320 - 1, 1);
  });

  it("gives no dot to a column that lacks a part, but the mark of what it lacks", () => {
    const points = [
      point("0-4", "a", 30),
      point("0-4", "b", -10),
      point("5-9", "a", 40),
      point("5-9", "b", null, { missing: "suppressed" }),
    ];
    for (const size of ["wide", "narrow"] as const) {
      expect(svgOf(points, size).match(/<circle /g)).toHaveLength(1);
      expect(svgOf(points, size)).toContain(">[c]<");
    }
  });

  it("outlines with dashes what is neither observed nor published: a whole column, or its part", () => {
    expect(dashes(svgOf(three))).toBe(0);
    expect(dashes(svgOf(three.map((of) => ({ ...of, fact: { ...of.fact, evidence: "modelled" as const } }))))).toBe(2);
    expect(
      dashes(
        svgOf(three.map((of, i) => (i === 1 ? { ...of, fact: { ...of.fact, evidence: "projected" as const } } : of))),
      ),
    ).toBe(1);
    expect(dashes(svgOf(three.map((of) => ({ ...of, fact: { ...of.fact, evidence: "published" as const } }))))).toBe(0);
  });

  it.each([
    ["twenty bands of seven parts", byAge],
    ["twenty bands of both signs", gap],
    ["one figure", byAge.slice(90, 91)],
    ["nothing but zeros", three.map(({ at, series }) => point(at, series, 0))],
    ["nothing but falls", three.map(({ at, series, fact }) => point(at, series, -fact.value!))],
    ["missing figures", byAge.map((of, i) => (i % 5 === 0 ? point(of.at, of.series, null) : of))],
    [
      "long names",
      ["Mid and East", "A place whose name is long, and goes on, and on"].flatMap((at) => [
        point(at, "A part whose name is as long as that of the place, or longer still, for good measure", 4),
        point(at, "b", 3),
      ]),
    ],
  ])("draws %s with every text inside of it", (_, points) => {
    for (const size of ["wide", "narrow"] as const) {
      const svg = svgOf(points, size);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|="-\d[^"]*" width|height="-/);
      expect(textsOutside(svg)).toEqual([]);
      expect(svgOf(points, size)).toBe(svg);
    }
  });

  it("says so when there is nothing to draw", () => {
    for (const points of [[], [point("0-4", "a", null)]]) expect(svgOf(points)).toContain("No figures to draw");
  });
});
