import { describe, expect, it } from "vitest";
import { chartHtml, chartTable } from "../../src/page/chart-html.ts";
import { treemapKey } from "../../src/page/treemap-key.ts";
import { syntheticChart } from "../charts/synthetic-charts.ts";
import { syntheticAssessment } from "../synthetic-assessment.ts";

const { profile } = syntheticAssessment();
const drawn = [
  { at: "Lung", series: "Cancers", value: 60 },
  { at: "Other", series: "Cancers", value: 25 },
  { at: "Other", series: "Injury", value: 10 },
  { at: "The rest", series: "The rest", value: 5 },
];
const chart = syntheticChart("treemap", "%", "% of all years", drawn);

describe("the key of a treemap", () => {
  it("says where to find the names that have no room", () =>
    expect(treemapKey(chart)).toEqual(["Rectangles without room for a name are named in the table."]));

  it("has nothing to say of one figure", () =>
    expect(treemapKey(syntheticChart("treemap", "%", "", drawn.slice(0, 1)))).toEqual([]));

  it("explains what is pale, where some figures are modelled", () => {
    const mixed = drawn.map((of, i) => ({ ...of, evidence: i === 1 ? ("modelled" as const) : ("observed" as const) }));
    expect(treemapKey(syntheticChart("treemap", "%", "", mixed))).toContain(
      "Figures that are modelled are pale within dashes.",
    );
  });

  it("leaves it to the tag where all are", () => {
    const modelled = syntheticChart(
      "treemap",
      "%",
      "",
      drawn.map((of) => ({ ...of, evidence: "modelled" as const })),
    );
    const html = chartHtml(profile, modelled);
    expect(html).toContain('<span class="ds_tag evidence evidence--modelled">modelled</span></p></figcaption>');
    expect(html).not.toContain("pale");
  });
});

describe("the table of a treemap", () => {
  it("has a row for each figure, with its group behind its name unless they are the same", () => {
    const { rowHeader, columns, rows } = chartTable(chart);
    expect([rowHeader, ...columns]).toEqual(["Cause", "% of all years"]);
    expect(rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.value)])).toEqual([
      ["Lung (Cancers)", 60],
      ["Other (Cancers)", 25],
      ["Other (Injury)", 10],
      ["The rest", 5],
    ]);
  });
});
