import { describe, expect, it } from "vitest";
import { chartHtml, chartTable } from "../../src/page/chart-html.ts";
import { stackKey } from "../../src/page/stack-key.ts";
import { chartOf, point } from "../charts/synthetic-points.ts";
import { syntheticAssessment } from "../synthetic-assessment.ts";

const { profile } = syntheticAssessment();
const chart = chartOf("stack", [
  point("0-4", "Cancers", 3),
  point("0-4", "Injury", 5),
  point("5-9", "Cancers", 0),
  point("5-9", "Injury", 2),
]);

describe("the key of a stacked chart", () => {
  it("says how parts are ordered, and no more where nothing else needs saying", () =>
    expect(stackKey(chart)).toEqual(["Parts stand in the order of their letters, from zero outwards."]));

  it("has nothing to say of one series", () => expect(stackKey(chartOf("stack", [point("0-4", "", 3)]))).toEqual([]));

  it("explains dots where parts of both signs meet in a column, and not where they do not", () => {
    const dots = "Parts below zero take away; dots show what is left over all parts.";
    expect(
      stackKey(chartOf("stack", [...chart.points, point("10-14", "Cancers", 3), point("10-14", "Injury", -1)])),
    ).toContain(dots);
    expect(stackKey(chartOf("stack", [point("0-4", "a", 3), point("5-9", "a", -1)]))).toEqual([]);
  });

  it("explains marks of missing parts", () =>
    expect(stackKey(chartOf("stack", [...chart.points, point("10-14", "Cancers", 3)]))).toContain(
      "A mark in brackets stands where a part is missing, without which the rest is drawn.",
    ));

  it("stands under the chart, with the class that dashes mean, and speaks of no limits that are not drawn", () => {
    const modelled = chart.points.map((of) => ({
      ...of,
      fact: { ...of.fact, evidence: "modelled" as const, lower: 1, upper: 9 },
    }));
    const key = /<p class="chart-key">(.*?)<\/p>/.exec(chartHtml(profile, { ...chart, points: modelled }))![1];
    expect(key).toBe(
      "Parts stand in the order of their letters, from zero outwards. Figures that are modelled are outlined with dashes.",
    );
  });
});

describe("the table of a stacked chart", () => {
  it("has a row for each band of ages and a column for each series", () => {
    const table = chartTable(chart);
    expect(table.rowHeader).toBe("Age");
    expect(table.columns).toEqual(["Cancers", "Injury"]);
    expect(table.rows.map(({ name, own, cells }) => [name, own, ...cells.map((cell) => cell?.value)])).toEqual([
      ["0-4", false, 3, 5],
      ["5-9", false, 0, 2],
    ]);
  });
});
