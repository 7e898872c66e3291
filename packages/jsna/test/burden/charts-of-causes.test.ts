import { describe, expect, it } from "vitest";
import { type Chart, plainText } from "../../src/index.ts";
import { chartOfLifeExpectancyGap, tableOfLongerLives } from "../../src/sections/burden/life-expectancy-gap.ts";
import { ranksThenAndNow } from "../../src/sections/burden/ranks-then-and-now.ts";
import { treemapOfCauses } from "../../src/sections/burden/treemap-of-causes.ts";
import { yearsByAge } from "../../src/sections/burden/years-by-age.ts";
import { briefOf, country, fact, here, ill } from "../synthetic-facts.ts";

const points = (chart: Chart | null) => chart!.points.map(({ at, series, fact: { value } }) => [series, at, value]);

describe("treemapOfCauses", () => {
  const share = (category: string, value: number, period = "2021") =>
    fact({ indicator: "share-of-years-of-life-lost", category, value, period, evidence: "modelled" });

  it("draws every cause of the latest period, those of a group together; the title names a named one", () => {
    const facts = [
      share("Suicide", 20),
      share("Lung cancer", 10),
      share("All other causes", 60),
      share("Bowel cancer", 10),
      share("Suicide", 50, "2011"),
    ];
    const chart = treemapOfCauses(briefOf(ill(), ...facts), here);
    expect(points(chart)).toEqual([
      ["Cancers", "Lung cancer", 10],
      ["Cancers", "Bowel cancer", 10],
      ["Injury, drugs and suicide", "Suicide", 20],
      ["All other causes", "All other causes", 60],
    ]);
    expect(plainText(chart!.title)).toMatchInlineSnapshot(
      `"Here: suicide takes 20.0% of the years of life lost, most of the causes named"`,
    );
    expect(chart!.subtitle).toContain("modelled");
    expect(treemapOfCauses(briefOf(ill()), here)).toBeNull();
  });
});

describe("ranksThenAndNow", () => {
  const rank = (category: string, period: string, value: number) =>
    fact({
      indicator: "years-of-life-lost-rank",
      area: "country",
      category,
      period,
      value,
      lower: value,
      upper: value,
    });

  it("joins the ranks of two periods, and its title says what rose most", () => {
    const facts = [
      rank("Dementia", "2000-2002", 3),
      rank("Suicide", "2000-2002", 1),
      rank("Stroke", "2000-2002", 2),
      rank("Dementia", "2015-2017", 1),
      rank("Suicide", "2015-2017", 2),
      rank("Stroke", "2015-2017", 3),
    ];
    const chart = ranksThenAndNow(briefOf(ill(), ...facts), country)!;
    expect(plainText(chart.title)).toMatchInlineSnapshot(
      `"Country: dementia rose from place 3 to place 1 among the causes of years of life lost"`,
    );
    expect(chart.points.filter(({ series }) => series === "2015-2017").map(({ at }) => at)).toEqual([
      "Dementia",
      "Suicide",
      "Stroke",
    ]);
    expect(chart.points).toHaveLength(6);
  });

  it("is not drawn of one period, nor where nothing rose", () => {
    expect(ranksThenAndNow(briefOf(ill(), rank("Suicide", "2000-2002", 1)), country)).toBeNull();
    const still = [rank("Suicide", "2000-2002", 1), rank("Suicide", "2015-2017", 1)];
    expect(ranksThenAndNow(briefOf(ill(), ...still), country)).toBeNull();
  });
});

describe("yearsByAge", () => {
  it("stacks groups of causes by age, and its title names the largest part", () => {
    const years = (category: string, age: string, value: number) =>
      fact({ indicator: "years-of-life-lost-by-age", category, age, value, unit: "years of life a year", per: null });
    const chart = yearsByAge(
      briefOf(ill(), years("Respiratory", "65-69", 12), years("Cancers", "65-69", 90), years("Cancers", "0-4", 1)),
      here,
    );
    expect(points(chart)).toEqual([
      ["Cancers", "65-69", 90],
      ["Cancers", "0-4", 1],
      ["Respiratory", "65-69", 12],
    ]);
    expect(plainText(chart!.title)).toMatchInlineSnapshot(
      `"Here: cancers at ages 65-69 take most, 90 years of life a year"`,
    );
    expect(yearsByAge(briefOf(ill()), here)).toBeNull();
  });
});

describe("the gap of life expectancy", () => {
  const gap = (category: string, age: string, value: number) =>
    fact({ indicator: "life-expectancy-gap-between-sexes", area: "country", category, age, value, unit: "years" });

  it("is drawn by age and group, and the title says how much goes with the largest group", () => {
    const brief = briefOf(
      ill(),
      gap("", "all", 4),
      gap("Cancers", "all", 1),
      gap("Injury, drugs and suicide", "all", 3),
      gap("Cancers", "65-69", 1),
      gap("Injury, drugs and suicide", "20-24", 3),
    );
    const chart = chartOfLifeExpectancyGap(brief, country);
    expect(points(chart)).toEqual([
      ["Cancers", "65-69", 1],
      ["Injury, drugs and suicide", "20-24", 3],
    ]);
    expect(plainText(chart!.title)).toMatchInlineSnapshot(
      `"Country: of the 4.00 years that women live longer than men, 3.00 go with injury, drugs and suicide"`,
    );
    expect(chartOfLifeExpectancyGap(briefOf(ill()), country)).toBeNull();
  });

  it("is set beside what each group added over time, for each sex", () => {
    const longer = (sex: "female" | "male", category: string, value: number) =>
      fact({ indicator: "life-expectancy-change", area: "country", sex, category, value, unit: "years" });
    const table = tableOfLongerLives(
      briefOf(ill(), longer("female", "", 2), longer("male", "", 3), longer("male", "Cancers", 1)),
      country,
    )!;
    expect(table.rows.slice(0, 2).map(({ name, cells }) => [name, ...cells.map((cell) => cell?.value)])).toEqual([
      ["All causes", 2, 3],
      ["Cancers", undefined, 1],
    ]);
    expect(tableOfLongerLives(briefOf(ill()), country)).toBeNull();
  });
});
