import { ageBands, type Exposed, type Sex, tableFromRows } from "@popneeds/core";
import { crudeRate, directRate, directRateAcrossSexes, lifeTable, slopeIndex } from "@popneeds/methods";
import { esp2013, regroupStandard } from "@popneeds/population";
import { describe, expect, it, test } from "vitest";
import { conventions } from "../../src/index.ts";

const [young, old] = ageBands(0, 65) as ReturnType<typeof ageBands>;
const standard = regroupStandard(esp2013, [young!, old!]);
const exposed = tableFromRows(
  (["female", "male"] as Sex[]).flatMap((sex) => [
    { sex, age: young!, events: 10, population: 10_000 },
    { sex, age: old!, events: 40, population: 5_000 },
  ]),
  { events: "count", population: "count" },
) as Exposed<{ readonly sex: Sex; readonly age: (typeof standard.bands)[number] }>;

describe("conventions", () => {
  test.each(Object.values(conventions))("$id is named, sourced and frozen, and says where it departs", (convention) => {
    expect(Object.isFrozen(convention)).toBe(true);
    expect(convention.name).toBe(convention.id === "scotpho" ? "ScotPHO" : convention.id.toUpperCase());
    expect(convention.source).not.toBe("");
    expect(convention.departures.every((sentence) => sentence.endsWith("."))).toBe(true);
  });

  it("are printed by the provenance of what they made", () => {
    const rates = directRateAcrossSexes(exposed, standard, conventions.scotpho.directRate);
    expect(rates.provenance.steps.at(-1)).toMatchInlineSnapshot(
      `"directly standardised to the European Standard Population 2013 (Eurostat, Revision of the European Standard Population, 2013), the same for each sex, in ages 0-64, 65+; per 100,000; 95% limits by Byar and Dobson with z = 1.96; no rate below 0 events; bands without people taken to have a rate of 0; no lower limit below 0; by the convention ScotPHO"`,
    );
    expect(crudeRate(exposed, conventions.phs.crudeRate).provenance.steps.at(-1)).toMatchInlineSnapshot(
      `"crude rate per 100,000; 95% limits of the count, exact; by the convention PHS"`,
    );
  });

  it("differ where they should: 1.96 widens limits by a hair, and few events have a rate", () => {
    const [own] = [...directRateAcrossSexes(exposed, standard)];
    const [theirs] = [...directRateAcrossSexes(exposed, standard, conventions.scotpho.directRate)];
    expect(theirs!.value).toBe(own!.value);
    expect(theirs!.upper! - theirs!.lower!).toBeGreaterThan(own!.upper! - own!.lower!);
    // half-widths stand to each other about as 1.96 to 1.959963984540054
    const ratio = (theirs!.upper! - theirs!.lower!) / (own!.upper! - own!.lower!);
    expect(ratio).toBeCloseTo(1.96 / 1.959963984540054, 6);
  });

  it("give the slope index and the life expectancy that a publisher prints, and say so", () => {
    const fifths = tableFromRows(
      [310.7033, 236.6315, 194.906, 164.7988, 140.5699].map((rate, i) => ({
        fifth: String(i + 1),
        events: rate * 100,
        population: [9_168, 54_280, 96_744, 61_604, 63_807][i]!,
      })),
      { events: "count", population: "count" },
    ) as Exposed<{ readonly fifth: string }>;
    // the rates and people of scotpho/inequality/007, whose slope index is 135.88 (60.17 to 211.59); here as rates per person
    const rates = crudeRate(fifths, { per: 1 });
    const [row] = [...slopeIndex(rates, { by: "fifth", ...conventions.scotpho.slopeIndex })];
    expect(row!.absolute).toBeGreaterThan(0);
    const table = lifeTable(exposed, conventions.scotpho.lifeTable);
    expect(table.provenance.steps.at(-1)).toContain("by the convention ScotPHO");
  });

  it("of PHE are the right method but for missing bands", () => {
    expect([...directRate(exposed, standard, conventions.phe.directRate)]).toEqual([...directRate(exposed, standard)]);
  });
});
