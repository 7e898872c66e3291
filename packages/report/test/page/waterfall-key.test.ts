import { describe, expect, it } from "vitest";
import { chartHtml, chartTable } from "../../src/page/chart-html.ts";
import { waterfallKey } from "../../src/page/waterfall-key.ts";
import { chartOf, point } from "../charts/synthetic-points.ts";
import { syntheticAssessment } from "../synthetic-assessment.ts";

const { profile } = syntheticAssessment();
const keyOf = (...points: readonly (readonly [series: "total" | "step", value: number | null])[]) =>
  waterfallKey(
    chartOf(
      "waterfall",
      points.map(([series, value], i) => point(`Row ${i}`, series, value)),
    ),
  );
const always = "Arrows to the right are rises, to the left falls; thin lines carry the level from row to row.";

describe("the key of a waterfall", () => {
  it("says how arrows are read", () => expect(keyOf(["total", 10], ["step", 5], ["total", 15])).toEqual([always]));

  it("says that totals are dots where the axis does not start at zero", () =>
    expect(keyOf(["total", 100], ["step", 1], ["total", 101])).toEqual([
      always,
      "Totals are dots, for the axis does not start at zero: compare the lengths of arrows with each other, not with the totals.",
    ]));

  it("explains a missing figure, and steps that have no place for it", () => {
    expect(keyOf(["total", 10], ["step", null], ["total", 15])).toEqual([
      always,
      "Where a mark in brackets stands a figure is missing, and no level is known.",
    ]);
    expect(keyOf(["total", 10], ["step", null], ["step", 1], ["step", null], ["total", 15])).toEqual([
      always,
      "Where a mark in brackets stands a figure is missing, and no level is known.",
      "Steps between missing ones are not drawn: their level is not known.",
    ]);
  });

  it("owns up to steps that do not add up", () =>
    expect(keyOf(["total", 10], ["step", 5], ["total", 17])).toEqual([
      always,
      "The steps do not add up to the total after them.",
    ]));

  it("stands under the chart, with the class that dashes and hollow dots mean", () => {
    const chart = chartOf("waterfall", [
      point("2023", "total", 10),
      point("Ageing", "step", 5, { evidence: "projected" }),
      point("2043", "total", 15, { evidence: "projected" }),
    ]);
    expect(/<p class="chart-key">(.*?)<\/p>/.exec(chartHtml(profile, chart))![1]).toBe(
      `${always} Figures that are projected are outlined with dashes or hollow.`,
    );
  });
});

describe("the table of a waterfall", () => {
  it("has a row for each total and step, all in one column", () => {
    const table = chartTable(
      chartOf("waterfall", [point("2000", "total", 10), point("Ageing", "step", -5), point("2015", "total", 5)]),
    );
    expect(table.rowHeader).toBe("Total or step");
    expect(table.columns).toEqual(["Years of life lost a year"]);
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.value)])).toEqual([
      ["2000", 10],
      ["Ageing", -5],
      ["2015", 5],
    ]);
  });
});
