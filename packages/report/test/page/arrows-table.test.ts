import { describe, expect, it } from "vitest";
import { chartHtml, chartTable } from "../../src/page/chart-html.ts";
import { syntheticChart } from "../charts/synthetic-charts.ts";
import { syntheticAssessment } from "../synthetic-assessment.ts";

const { profile } = syntheticAssessment();
const drawn = [
  { at: "Lung cancer", series: "2015-2017", value: 1, lower: 1, upper: 2 },
  { at: "Heart disease", series: "2000-2002", value: 1, lower: 1, upper: 1 },
  { at: "Heart disease", series: "2015-2017", value: 2, lower: 1, upper: 2 },
];
const key = (of: typeof drawn, evidence: "observed" | "modelled") => {
  const html = chartHtml(
    profile,
    syntheticChart(
      "arrows",
      "rank",
      "Rank",
      of.map((one) => ({ ...one, evidence })),
    ),
  );
  return /<p class="chart-key">(.*?)<\/p>/.exec(html)?.[1];
};

describe("the table of an arrow diagram", () => {
  it("has a row for each cause and a column for each period, the earlier first", () => {
    const { rowHeader, columns, rows } = chartTable(syntheticChart("arrows", "rank", "Rank", drawn));
    expect([rowHeader, ...columns]).toEqual(["Cause", "2000-2002", "2015-2017"]);
    expect(rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.value ?? null)])).toEqual([
      ["Lung cancer", null, 1],
      ["Heart disease", 1, 2],
    ]);
  });

  it("prints ranks and their limits whole", () => {
    const html = chartHtml(profile, syntheticChart("arrows", "rank", "Rank", drawn));
    expect(html).toContain('<data value="2">2</data> <span class="limits">(1 to 2)</span>');
  });
});

describe("the key of an arrow diagram", () => {
  it("says what is in brackets", () => expect(key(drawn, "observed")).toBe("In brackets: limits."));

  it("says what dashes mean", () =>
    expect(key(drawn, "modelled")).toBe("In brackets: limits. Figures that are modelled are joined by dashed lines."));
});
