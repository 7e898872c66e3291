import { describe, expect, it } from "vitest";
import { findLevel } from "../src/findings/finding-of-level.ts";
import { plainText } from "../src/index.ts";
import { briefOf, country, fact, ill, part, region } from "./synthetic-facts.ts";

const text = (found: ReturnType<typeof findLevel>) => found!.sentences.map(plainText);
const limits = { lower: 9, upper: 11 };
const at = (area: { code: string }, value: number, more: object = {}) => fact({ area: area.code, value, ...more });

describe("findLevel", () => {
  it("says the figure with its limits, and what a test of the difference found", () => {
    const brief = briefOf(
      ill(),
      fact({ value: 10, ...limits }),
      at(region, 10.4, { lower: 10, upper: 10.8 }),
      at(country, 7, { lower: 6.8, upper: 7.2 }),
    );
    const found = findLevel(brief, "ill")!;
    expect(text(found)).toMatchInlineSnapshot(`
      [
        "The share of people who are ill in Here was 10.0% in 2021 (95% limits 9.0 to 11.0).",
        "That is not clearly different from Region (10.4%).",
        "That is clearly higher than in Country (7.0%), by 3.0 percentage points; higher is worse.",
      ]
    `);
    expect(found).toMatchObject({ strength: "clear", direction: "worse" });
    expect(found.evidence.map(({ id }) => id)).toEqual([
      "ill/here/2021",
      "ill/region/2021",
      "ill/here/2021/difference-from-region",
      "ill/country/2021",
      "ill/here/2021/difference-from-country",
    ]);
    expect(brief.facts.all().map(({ id }) => id)).toContain("ill/here/2021/difference-from-country");
  });

  it("says that a difference is not clear, and then judges nothing", () => {
    const brief = briefOf(ill(), fact({ value: 10, ...limits }), at(country, 10.4, { lower: 10, upper: 10.8 }));
    const found = findLevel(brief, "ill")!;
    expect(text(found)[1]).toMatchInlineSnapshot(`"That is not clearly different from Country (10.4%)."`);
    expect(found).toMatchObject({ strength: "not clear", direction: "neither" });
  });

  it("states a full count, its number of people, and no limits; nothing is called clear", () => {
    const counted = ill({ certainty: "full count", counts: "people", better: "neither" });
    const own = fact({ value: 10, numerator: 1000, denominator: 10_000 });
    const found = findLevel(briefOf(counted, own, at(country, 7)), "ill")!;
    expect(text(found)).toMatchInlineSnapshot(`
      [
        "The share of people who are ill in Here was 10.0% in 2021: 1,000 people.",
        "That is higher than in Country (7.0%), by 3.0 percentage points.",
      ]
    `);
    expect(text(found).join(" ")).not.toMatch(/clear|significant|limits/);
    expect(found).toMatchObject({ strength: "stated", direction: "neither" });
  });

  it("says when it is the same, and which way better lies when it is not", () => {
    const counted = ill({ certainty: "full count", better: "higher" });
    const found = findLevel(briefOf(counted, fact(), at(region, 10), at(country, 8)), "ill")!;
    expect(text(found).slice(1)).toMatchInlineSnapshot(`
      [
        "That is the same as in Region (10.0%).",
        "That is higher than in Country (8.0%), by 2.0 percentage points; higher is better.",
      ]
    `);
    expect(found.direction).toBe("better");
  });

  it("says that a figure is modelled or projected", () => {
    const brief = (evidence: "modelled" | "projected") =>
      briefOf(ill(), fact({ evidence }), at(country, 9, { evidence }));
    expect(text(findLevel(brief("modelled"), "ill"))[0]).toBe(
      "The share of people who are ill in Here is modelled at 10.0% in 2021.",
    );
    expect(text(findLevel(brief("projected"), "ill"))[0]).toContain("is projected to be 10.0%");
    expect(findLevel(brief("modelled"), "ill")!.strength).toBe("stated");
  });

  it("cites the number that a rate is per", () => {
    const rate = ill({ unit: "events per 1,000 people", per: 1000, counts: "events" });
    const own = fact({ unit: rate.unit, per: 1000, numerator: 12, ...limits });
    const [level] = findLevel(briefOf(rate, own), "ill")!.sentences;
    expect(plainText(level!)).toMatchInlineSnapshot(
      `"The share of people who are ill in Here was 10.0 events per 1,000 people in 2021 (95% limits 9.0 to 11.0): 12 events."`,
    );
    expect(level!.flatMap((piece) => (typeof piece === "string" ? [] : [piece.part]))).toEqual([
      "value",
      "per",
      "lower",
      "upper",
      "numerator",
    ]);
    expect(
      level!.filter((piece) => typeof piece === "string" && /\d/.test(piece.replace("2021", "").replace("95%", ""))),
    ).toEqual([]);
  });

  it("compares figures of one period only", () => {
    const brief = briefOf(ill({ certainty: "full count" }), fact(), at(country, 8, { period: "2020" }));
    expect(text(findLevel(brief, "ill"))).toEqual(["The share of people who are ill in Here was 10.0% in 2021."]);
  });

  it("is about another area when one is given", () => {
    const counted = ill({ certainty: "full count" });
    const brief = briefOf(counted, fact(), at(part, 12));
    const found = findLevel(brief, "ill", { area: part, against: [brief.area] })!;
    expect(found.area).toBe("part");
    expect(text(found)[0]).toBe("The share of people who are ill in Part was 12.0% in 2021.");
    expect(text(found)[1]).toContain("higher than in Here (10.0%), by 2.0 percentage points");
  });

  it("is null where there is no figure, and refuses an indicator that it does not know", () => {
    const missing = fact({ value: null, missing: "suppressed" });
    expect(findLevel(briefOf(ill(), missing), "ill")).toBeNull();
    expect(findLevel(briefOf(ill()), "ill")).toBeNull();
    expect(() => findLevel(briefOf(ill()), "well")).toThrow('unknown indicator "well"');
  });
});
