import type { ChartPoint } from "@popneeds/jsna";
import { describe, expect, it } from "vitest";
import { chartSvg } from "../../src/index.ts";
import { chartOf, numbersOf, point, textsOf, textsOutside } from "./synthetic-points.ts";

const svgOf = (points: readonly ChartPoint[], size: "wide" | "narrow" = "wide") =>
  chartSvg(chartOf("waterfall", points), { size });
const drivers: readonly ChartPoint[] = [
  point("2000 to 2002", "total", 25_439),
  point("Number of people", "step", -1988),
  point("Ageing", "step", 4284),
  point("Rates", "step", 0),
  point("2015 to 2017", "total", 27_734),
];
const expectancy: readonly ChartPoint[] = [
  point("Then", "total", 78.8),
  point("Cancers", "step", 0.52),
  point("Dementia, mental health and nervous system", "step", -0.61),
  point("Now", "total", 78.71),
];
const ahead = (of: ChartPoint): ChartPoint => ({ ...of, fact: { ...of.fact, evidence: "projected" } });

/** Corners of the shapes of a colour: bars have four, arrows five. */
function shapes(svg: string, fill: string): readonly (readonly (readonly [number, number])[])[] {
  const group = new RegExp(`<g [^>]*fill="${fill}"[^>]*>((?:<path[^>]*/>)+)</g>`, "g");
  return [...svg.matchAll(group)].flatMap((match) =>
    [...match[1]!.matchAll(/d="M([^"Z]+)Z"/g)].map((path) =>
      path[1]!.split("L").map((corner) => corner.split(",").map(Number) as [number, number]),
    ),
  );
}
const along = (corners: readonly (readonly [number, number])[]) => corners.map(([x]) => x);

describe("a waterfall", () => {
  it("prints totals plain and steps with their sign, a true minus, a step of zero as 0", () => {
    for (const size of ["wide", "narrow"] as const) {
      const texts = textsOf(svgOf(drivers, size));
      expect(
        texts.filter((text) => ["25,439", "−1,988", "+4,284", "0", "27,734"].includes(text) && text !== "0"),
      ).toEqual(["25,439", "−1,988", "+4,284", "27,734"]);
      // One 0 is the axis's, one the step's.
      expect(texts.filter((text) => text === "0")).toHaveLength(2);
      for (const { at } of drivers) expect(texts).toContain(at);
    }
  });

  it("draws totals as bars from zero, a fall as an arrow to the left and a rise as one to the right", () => {
    const svg = svgOf(drivers);
    const [first, last] = shapes(svg, "#12436D");
    const [fall] = shapes(svg, "#28A197");
    const [rise] = shapes(svg, "#801650");
    const zero = first![0]![0];
    const unit = (first![1]![0] - zero) / 25_439;
    // A pixel is about 70 years, coordinates are to a hundredth of one.
    const isAt = (x: number, years: number) => expect(Math.abs((x - zero) / unit - years)).toBeLessThan(5);
    isAt(last![1]![0], 27_734);
    // By hand: the fall begins at 25,439, its tip at 25,439 − 1,988 = 23,451; there the rise begins, with its tip at 27,735.
    isAt(fall![0]![0], 25_439);
    isAt(fall![2]![0], 23_451);
    expect(Math.min(...along(fall!))).toBe(fall![2]![0]);
    isAt(rise![0]![0], 23_451);
    isAt(rise![2]![0], 27_735);
    expect(Math.max(...along(rise!))).toBe(rise![2]![0]);
  });

  it("draws a step of zero as a stroke at its level", () => {
    const stroke = /<g [^>]*stroke-width="2.5"[^>]*><path d="M([\d.]+),[\d.]+L([\d.]+),/.exec(svgOf(drivers))!;
    expect(stroke[1]).toBe(stroke[2]);
    expect(Number(stroke[1])).toBeCloseTo(shapes(svgOf(drivers), "#801650")[0]![2]![0], 1);
  });

  it("joins each row to the next with a thin line at the level between them", () => {
    const lines = /<g [^>]*stroke="#5E5E5E" fill="none"[^>]*>((?:<path[^>]*>)+)/.exec(svgOf(drivers))![1]!;
    const at = [...lines.matchAll(/d="M([\d.]+),[\d.]+L([\d.]+),/g)].map((match) => [match[1], match[2]]);
    expect(at).toHaveLength(4);
    for (const [from, to] of at) expect(from).toBe(to);
  });

  it("draws totals as dots where the axis cannot start at zero, and says so on the axis", () => {
    for (const size of ["wide", "narrow"] as const) {
      const svg = svgOf(expectancy, size);
      expect(numbersOf(svg, "circle", "cx")).toHaveLength(2);
      expect(shapes(svg, "#12436D")).toEqual([]);
      expect(textsOf(svg).join(" ")).toContain("(the axis does not start at zero)");
      expect(textsOf(svg)).not.toContain("0");
      // By hand: 0.52 and −0.61 are as 1 to −1.17.
      const length = (corners: readonly (readonly [number, number])[]) => corners[2]![0] - corners[0]![0];
      const [rise] = shapes(svg, "#801650");
      const [fall] = shapes(svg, "#28A197");
      expect(length(fall!) / length(rise!)).toBeCloseTo(-0.61 / 0.52, 2);
    }
    expect(svgOf(drivers)).not.toContain("<circle");
    expect(svgOf(drivers)).not.toContain("does not start");
  });

  it("outlines with dashes, or leaves hollow, what is projected, and names it where only some is", () => {
    const some = svgOf(drivers.map((of, i) => (i > 0 ? ahead(of) : of)));
    expect(some.match(/stroke-dasharray="4[ ,]3"/g)).toHaveLength(3);
    expect(shapes(some, "#12436D")).toHaveLength(1);
    expect(textsOf(some).join(" ")).toContain("2015 to 2017 (projected)");
    expect(textsOf(svgOf(drivers.map(ahead))).join(" ")).not.toContain("(projected)");
    expect(svgOf(expectancy.map((of, i) => (i === 3 ? ahead(of) : of)))).toMatch(/<circle [^>]*fill="#FFFFFF"/);
    expect(svgOf(drivers)).not.toContain("stroke-dasharray");
  });

  it("prints the mark of a missing step, and draws no arrow for it", () => {
    const svg = svgOf(
      drivers.map((of, i) => (i === 1 ? point(of.at, of.series, null, { missing: "suppressed" }) : of)),
    );
    expect(textsOf(svg)).toContain("[c]");
    expect(shapes(svg, "#28A197")).toEqual([]);
    expect(shapes(svg, "#801650")).toHaveLength(1);
  });

  it.each([
    ["drivers of a change", drivers],
    ["steps of a hundredth", expectancy],
    [
      "large totals and small steps",
      [point("2023", "total", 254_390), point("a", "step", 900), point("2043", "total", 255_290)],
    ],
    ["one total", drivers.slice(0, 1)],
    ["one step", drivers.slice(1, 2)],
    ["no change", [point("a", "total", 5), point("b", "step", 0), point("c", "total", 5)]],
    ["nothing but zeros", drivers.map(({ at, series }) => point(at, series, 0))],
    ["levels below zero", drivers.map(({ at, series, fact }) => point(at, series, -fact.value!))],
    [
      "levels on both sides of zero",
      [point("a", "total", -20), point("b", "step", 35), point("c", "step", -45), point("d", "total", -30)],
    ],
    ["gaps", drivers.map((of, i) => (i % 2 === 1 ? point(of.at, of.series, null) : of))],
    [
      "long names",
      drivers.map((of) => ({
        ...of,
        at: `${of.at}, with a name that is long, and goes on, and takes two lines on any telephone`,
      })),
    ],
  ] as const)("draws %s with every text inside of it", (_, points) => {
    for (const size of ["wide", "narrow"] as const) {
      const svg = svgOf(points, size);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(textsOutside(svg)).toEqual([]);
      expect(svgOf(points, size)).toBe(svg);
    }
  });

  it("says so when there is nothing to draw", () => {
    for (const points of [[], [point("a", "total", null), point("b", "step", null)]])
      expect(svgOf(points)).toContain("No figures to draw");
  });
});
