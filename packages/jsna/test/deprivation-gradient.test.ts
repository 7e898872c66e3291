import { deprivationFifths } from "@popneeds/indicators";
import { describe, expect, it } from "vitest";
import type { Brief } from "../src/brief.ts";
import type { Fact } from "../src/index.ts";
import { deprivationGradient } from "../src/sections/deprivation-gradient.ts";
import { plainText } from "../src/sentences/cite.ts";
import { briefOf, country, fact, ill } from "./synthetic-facts.ts";

// All figures are made up.
const id = "standardised-mortality-ratio";
const of = (area: string, category: string, value: number | null, with_: Partial<Fact> = {}): Fact =>
  fact({
    ...{ indicator: id, area, category, value, period: "2014-2017", unit: "deaths per 100 expected", per: 100 },
    ...{ evidence: "modelled", missing: value === null ? "no population" : null },
    ...with_,
  });
const areaOf = (area: string, values: readonly (number | null)[]) => [
  of(area, "", 100),
  ...deprivationFifths.map((category, i) => of(area, category, values[i]!)),
];
const index = (area: string, category: string, value: number) =>
  of(area, category, value, {
    indicator: "inequality-in-mortality",
    unit: "ratio",
    per: null,
    lower: value - 0.1,
    upper: value + 0.1,
  });
const briefWith = (...facts: readonly Fact[]) => briefOf(ill({ id }), ...facts);
const told = (brief: Brief) => deprivationGradient(brief)!.finding.sentences.map(plainText);

describe("the gradient by deprivation", () => {
  it("tells both ends, those of the country, and the two relative indices by name", () => {
    const brief = briefWith(
      ...areaOf("here", [140, 120, 100, 90, 70]),
      ...areaOf("country", [150, 120, 100, 80, 60]),
      index("here", "slope index over mean", 0.7),
      index("here", "ratio of ends", 2),
      index("country", "slope index over mean", 0.9),
      index("country", "ratio of ends", 2.5),
    );
    expect(told(brief)).toMatchInlineSnapshot(`
      [
        "Among people in Here who live in the most deprived fifth of Country's data zones, mortality in 2014-2017 is modelled at 140.0 deaths per 100 expected, among those in the least deprived fifth at 70.0.",
        "In Country as a whole it is 150.0 and 60.0.",
        "Over all tenths of deprivation, a line from the most to the least deprived end falls by 0.70 (95% limits 0.60 to 0.80; Country 0.90) times the area's own ratio (slope index over mean), and is 2.00 (95% limits 1.90 to 2.10; Country 2.50) times as high at the most deprived end as at the least (ratio of ends). Both are called the relative index of inequality.",
      ]
    `);
    const { finding, chart } = deprivationGradient(brief)!;
    expect(plainText(chart.title)).toMatchInlineSnapshot(
      `"Here: 140.0 deaths per 100 expected in the most deprived fifth, 70.0 in the least deprived fifth; in Country 150.0 and 60.0"`,
    );
    expect(finding).toMatchObject({ area: "here", strength: "stated", direction: "neither" });
    expect(finding.evidence).toHaveLength(8);
    expect(chart.points.map(({ at, series, own, fact: { value } }) => [at, series, own, value])).toEqual([
      ["1 (most deprived)", "Here", true, 140],
      ["2", "Here", true, 120],
      ["3", "Here", true, 100],
      ["4", "Here", true, 90],
      ["5 (least deprived)", "Here", true, 70],
      ["All fifths", "Here", true, 100],
      ["1 (most deprived)", "Country", false, 150],
      ["2", "Country", false, 120],
      ["3", "Country", false, 100],
      ["4", "Country", false, 80],
      ["5 (least deprived)", "Country", false, 60],
      ["All fifths", "Country", false, 100],
    ]);
  });

  it("sets the ends that the area has against the same fifths of the country, and marks those that it has not", () => {
    const brief = briefWith(
      ...areaOf("here", [null, 120, 100, 90, null]),
      ...areaOf("country", [150, 130, 100, 80, 60]),
    );
    expect(told(brief)).toMatchInlineSnapshot(`
      [
        "Among people in Here who live in the second most deprived fifth of Country's data zones, mortality in 2014-2017 is modelled at 120.0 deaths per 100 expected, among those in the second least deprived fifth at 90.0.",
        "In Country as a whole it is 130.0 and 80.0.",
      ]
    `);
    const [missing] = deprivationGradient(brief)!.chart.points;
    expect(missing!.fact).toMatchObject({ value: null, missing: "no population" });
  });

  it("has indices below none where mortality rises towards the least deprived end, and none of a country without any", () => {
    const brief = briefWith(
      ...areaOf("here", [70, 90, 100, 120, 140]),
      ...areaOf("country", [150, 120, 100, 80, 60]),
      index("here", "slope index over mean", -0.7),
      index("here", "ratio of ends", 0.5),
    );
    expect(told(brief).at(-1)).toMatchInlineSnapshot(
      `"Over all tenths of deprivation, a line from the most to the least deprived end falls by −0.70 (95% limits −0.80 to −0.60) times the area's own ratio (slope index over mean), and is 0.50 (95% limits 0.40 to 0.60) times as high at the most deprived end as at the least (ratio of ends). Both are called the relative index of inequality."`,
    );
  });

  it("is of the country alone when the area is the country", () => {
    const brief = {
      ...briefWith(...areaOf("country", [150, 120, 100, 80, 60])),
      area: country,
      twins: [country],
      comparators: [],
    };
    expect(told(brief)).toHaveLength(1);
    expect(new Set(deprivationGradient(brief)!.chart.points.map(({ series }) => series))).toEqual(new Set(["Country"]));
  });

  it("does without a country that has no figures", () => {
    const { finding, chart } = deprivationGradient(briefWith(...areaOf("here", [140, 120, 100, 90, 70])))!;
    expect(finding.sentences).toHaveLength(1);
    expect(chart.points).toHaveLength(6);
  });

  it("is not there without two fifths, or without any figure", () => {
    expect(deprivationGradient(briefWith(...areaOf("here", [140, null, null, null, null])))).toBeNull();
    expect(deprivationGradient(briefWith(of("here", "", 100)))).toBeNull();
    expect(deprivationGradient(briefWith())).toBeNull();
  });
});
