import type { Chart } from "@popneeds/jsna";
import { describe, expect, it } from "vitest";
import { placeLabels } from "../src/charts/end-labels.ts";
import { chartSvg, release } from "../src/index.ts";
import { charts, syntheticAssessment } from "./synthetic-assessment.ts";

const released = release(syntheticAssessment());
const drawn = (id: string): Chart => {
  for (const { blocks } of released.profile.sections)
    for (const block of blocks) if (block.kind === "chart" && block.chart.id === id) return block.chart;
  throw new Error(id);
};

describe("chartSvg", () => {
  it.each(Object.values(charts))(
    "draws $kind ($id) with a role, a title and a description, the same each time",
    (chart) => {
      for (const size of ["wide", "narrow"] as const) {
        const svg = chartSvg(chart, { size });
        expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="\S+ \S+" viewBox="0 0 (720|358) \d/);
        expect(svg).toContain(`<title id="chart-${chart.id}-${size}-title">`);
        expect(svg).toContain(`<desc id="chart-${chart.id}-${size}-description">`);
        expect(svg).not.toMatch(/aria-label=|<style|NaN|undefined|Infinity/);
        expect(chartSvg(chart, { size })).toBe(svg);
      }
    },
  );

  it("draws a bar for each figure, and prints the mark of one that is withheld", () => {
    const svg = chartSvg(drawn("causes"));
    expect(svg.match(/<rect /g)).toHaveLength(4);
    for (const text of [">612<", ">548<", ">331<", ">41<", ">[c]<"]) expect(svg).toContain(text);
    expect(svg).not.toContain(">3<");
  });

  it("draws limits, and the comparator's figure as a named rule", () => {
    const svg = chartSvg(charts.dots);
    expect(svg).toContain(">Synthetica 423.1<");
    const limits = svg.match(/<g [^>]*stroke-width="2.5"[^>]*>(.*?)<\/g>/)![1]!;
    expect(limits.match(/<path /g)).toHaveLength(4);
    expect(svg).toContain(">[x]<");
  });

  it("turns a line dashed where figures become projected, and says so", () => {
    const svg = chartSvg(charts.lines);
    expect(svg.match(/stroke-dasharray="6,? ?4"/g)).toHaveLength(3);
    expect(svg).toContain(">projected →<");
    for (const name of ["Synthetic partnership", "Synthetic region", "Synthetica"]) expect(svg).toContain(`>${name}<`);
  });

  it("outlines a modelled bar with dashes", () => {
    expect(chartSvg(charts.modelledBars)).toContain('stroke-dasharray="4 3"');
    expect(chartSvg(charts.bars)).not.toContain("stroke-dasharray");
  });

  it("names the projected outline of a pyramid in its key", () => {
    expect(chartSvg(charts.pyramid)).toContain(">2043 (projected)<");
  });

  it("draws a fall to the left of zero", () => {
    const chart = {
      ...charts.bars,
      points: charts.bars.points
        .slice(0, 2)
        .map((point, i) => ({ ...point, fact: { ...point.fact, value: [-12, 8][i]! } })),
    };
    expect(chartSvg(chart)).toContain(">−12<");
  });

  it("says so when there is nothing to draw", () => {
    for (const kind of ["bars", "dots", "lines", "pyramid"] as const)
      expect(chartSvg({ ...charts.bars, kind, points: [] })).toContain("No figures to draw");
  });

  it.each(["bars", "dots", "lines", "pyramid"] as const)("draws %s of one figure", (kind) => {
    expect(chartSvg({ ...charts[kind], points: charts[kind].points.slice(0, 1), rule: null })).not.toMatch(
      /NaN|Infinity/,
    );
  });
});

describe("placeLabels", () => {
  it("leaves labels that do not touch where they belong", () => {
    expect(
      placeLabels(
        [
          { at: 50, height: 16 },
          { at: 20, height: 16 },
        ],
        0,
        100,
      ),
    ).toEqual([50, 20]);
  });

  it("spreads labels that touch around where they belong, in their order", () => {
    expect(
      placeLabels(
        [
          { at: 50, height: 16 },
          { at: 52, height: 16 },
          { at: 51, height: 16 },
        ],
        0,
        100,
      ),
    ).toEqual([35, 67, 51]);
  });

  it("keeps them inside the room there is", () => {
    expect(
      placeLabels(
        [
          { at: 0, height: 16 },
          { at: 1, height: 16 },
        ],
        0,
        100,
      ),
    ).toEqual([8, 24]);
    expect(
      placeLabels(
        [
          { at: 99, height: 16 },
          { at: 100, height: 16 },
        ],
        0,
        100,
      ),
    ).toEqual([76, 92]);
  });

  it("has nothing to place of none", () => expect(placeLabels([], 0, 100)).toEqual([]));
});
