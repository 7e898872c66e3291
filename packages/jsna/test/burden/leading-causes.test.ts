import { describe, expect, it } from "vitest";
import { type Fact, plainText } from "../../src/index.ts";
import {
  areaOfWholeBurden,
  leadingBurden,
  leadingCauses,
  tableOfBurden,
  tableOfLeadingCauses,
} from "../../src/sections/burden/leading-causes.ts";
import { treemapOfBurden } from "../../src/sections/burden/treemap-of-causes.ts";
import { briefOf, country, fact, here, ill } from "../synthetic-facts.ts";

/** Years of life lost to a cause, with its rank and the limits of the rank. All figures are made up. */
function cause(area: string, category: string, value: number, rank: readonly [number, number, number]): Fact[] {
  const evidence = area === "country" ? "observed" : "modelled";
  const of = { area, category, evidence } as const;
  const [place, lower, upper] = rank;
  return [
    fact({ ...of, indicator: "years-of-life-lost", value, numerator: value * 50, unit: "years per 100,000 people" }),
    fact({ ...of, indicator: "years-of-life-lost-rank", value: place, lower, upper, unit: "rank", per: null }),
    fact({ ...of, indicator: "share-of-years-of-life-lost", value: value / 10 }),
  ];
}

const clear = [
  ...cause("country", "Heart disease", 300, [1, 1, 1]),
  ...cause("country", "Stroke", 200, [2, 2, 2]),
  ...cause("country", "Suicide", 100, [3, 3, 3]),
  ...cause("country", "Other cancers", 400, [1, 1, 1]),
];
const text = (finding: ReturnType<typeof leadingCauses>) => finding!.sentences.map(plainText);

describe("leadingCauses", () => {
  it("names those that take most, leaves out what is left over, and says that their order is clear", () => {
    expect(text(leadingCauses(briefOf(ill(), ...clear), country))).toMatchInlineSnapshot(`
      [
        "In Country the named causes that took most years of life in 2021 were, in years lost a year: heart disease (15,000), stroke (10,000) and suicide (5,000).",
        "Their order is clear: the 95% limits of their ranks do not overlap (heart disease 1, stroke 2, suicide 3).",
      ]
    `);
  });

  it("says where chance in the deaths leaves the order open", () => {
    const open = clear.map((one) =>
      one.unit === "rank" && one.category !== "Heart disease" ? { ...one, lower: 2, upper: 3 } : one,
    );
    expect(text(leadingCauses(briefOf(ill(), ...open), country))[1]).toMatchInlineSnapshot(
      `"Their order is not clear in every place, by the 95% limits of their ranks: heart disease 1, stroke 2 to 3, suicide 2 to 3."`,
    );
  });

  it("says of modelled figures that they are", () => {
    const modelled = ["Heart disease", "Stroke", "Suicide"].flatMap((name, i) =>
      cause("here", name, 300 - i, [i + 1, i + 1, i + 1]),
    );
    expect(text(leadingCauses(briefOf(ill(), ...modelled), here))[1]).toMatch(/^At those rates their order is clear/);
    expect(text(leadingCauses(briefOf(ill(), ...modelled), here))[0]).toMatchInlineSnapshot(
      `"At the rates of Country, the named causes that would take most years of life in Here are, in years lost a year (modelled for the people of 2021): heart disease (15,000), stroke (14,950) and suicide (14,900)."`,
    );
  });

  it("says nothing of two causes or none, and nothing of an order that is not known", () => {
    expect(leadingCauses(briefOf(ill()), country)).toBeNull();
    expect(leadingCauses(briefOf(ill(), ...clear.slice(0, 6)), country)).toBeNull();
    const unranked = clear.filter(({ unit }) => unit !== "rank");
    expect(leadingCauses(briefOf(ill(), ...unranked), country)!.sentences).toHaveLength(1);
  });
});

describe("tableOfLeadingCauses", () => {
  it("sets the area's causes, most years first, beside those of the country", () => {
    const own = [...cause("here", "Stroke", 310, [1, 1, 2]), ...cause("here", "Suicide", 300, [2, 1, 2])];
    const table = tableOfLeadingCauses(briefOf(ill(), ...clear, ...own))!;
    expect(table.caption).toBe("Leading causes of years of life lost in Here (people of 2021) and in Country (2021)");
    expect(table.columns).toEqual(["Rank", "Rate", "Share", "Rank, Country", "Rate, Country", "Share, Country"]);
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.value)])).toEqual([
      ["Stroke", 1, 310, 31, 2, 200, 20],
      ["Suicide", 2, 300, 30, 3, 100, 10],
    ]);
    expect(tableOfLeadingCauses(briefOf(ill(), ...clear))).toBeNull();
  });
});

describe("the whole burden", () => {
  const [whole, lived] = ["disability-adjusted-life-years", "years-lived-with-disability"];
  const of = (indicator: string, category: string, value: number) =>
    fact({ area: "country", category, indicator, value, unit: "years per 100,000 people", per: 100_000 });
  const facts = [
    of(whole!, "Stroke", 900),
    of(lived!, "Stroke", 500),
    of(whole!, "Back pain", 2000),
    of(whole!, "Suicide", 950),
  ];

  it("is there only where years lived with disability are", () => {
    const brief = briefOf(ill(), ...clear);
    expect(areaOfWholeBurden(brief)).toBeNull();
    expect(leadingBurden(brief, country)).toBeNull();
    expect(tableOfBurden(brief, country)).toBeNull();
    expect(treemapOfBurden(brief, country)).toBeNull();
  });

  it("is that of the country where the area has none, said, tabled and drawn with most first", () => {
    const brief = briefOf(ill(), ...facts);
    expect(areaOfWholeBurden(brief)).toBe(country);
    expect(text(leadingBurden(brief, country))).toMatchInlineSnapshot(`
      [
        "Of years lost and years lived with disability together (DALYs), the named causes that took most in Country in 2021 were, per 100,000 people: back pain (2,000), suicide (950) and stroke (900).",
      ]
    `);
    const table = tableOfBurden(brief, country)!;
    expect(table.caption).toBe("Leading causes of the whole burden of disease, Country, 2021");
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.value)])).toEqual([
      ["Back pain", 2000, undefined],
      ["Suicide", 950, undefined],
      ["Stroke", 900, 500],
    ]);
    const chart = treemapOfBurden(brief, country)!;
    expect(chart.points.map(({ at }) => at)).toEqual(["Back pain", "Suicide", "Stroke"]);
    expect(plainText(chart.title)).toMatchInlineSnapshot(
      `"Country: back pain takes 2,000 DALYs per 100,000 people, most of the causes named"`,
    );
  });
});
