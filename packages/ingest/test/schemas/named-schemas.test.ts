import { expect, it, test } from "vitest";
import { namedSchemas, openData } from "../../src/index.ts";

/** Which shipped table each named schema reads. */
const tables: Readonly<Record<string, readonly string[]>> = {
  // Comes from the user; read in packages/indicators/test/burden-brought.test.ts.
  "burden-of-disease": [],
  "cancer-incidence": ["cancer-incidence"],
  "care-home-residents": ["social-care-care-home-residents"],
  "census-ethnic-group": ["census-ethnic-group-2022"],
  "census-limiting-conditions": ["census-limiting-conditions-2022"],
  "council-profiles": ["indicators-scotpho-council"],
  "death-rates-by-cause": ["mortality-death-rates-by-cause"],
  "deaths-by-cause": ["mortality-deaths-by-cause"],
  "delayed-discharge": ["hospital-delayed-discharge"],
  "deprivation-index": ["deprivation-simd-2020v2"],
  "drug-death-rates": ["mortality-drug-death-rates"],
  "drug-deaths": ["mortality-drug-deaths"],
  "emergency-admissions": ["hospital-emergency-admissions"],
  "home-care": ["social-care-home-care"],
  "home-care-by-locality": ["social-care-home-care-locality"],
  "life-expectancy": ["mortality-life-expectancy"],
  "person-years": ["mortality-deaths-person-years"],
  "population-by-year": [
    ...["partnership", "council", "board", "country"].flatMap((level) => [
      `population-estimates-${level}`,
      `population-projections-${level}`,
    ]),
    "population-projections-country-2022-based",
  ],
  "small-area-population": ["population-small-area-2021"],
  "zone-mortality": ["deprivation-zone-mortality"],
};

const data = await openData(new URL("../../../../datasets", import.meta.url).pathname);

it("has a shipped table for every named schema but that of a table that users bring", () => {
  expect(Object.keys(namedSchemas)).toEqual(Object.keys(tables));
});

test.each(Object.entries(tables).flatMap(([name, files]) => files.map((file) => [name, file] as const)))(
  "%s reads the shipped table %s without a fault or a warning",
  async (name, file) => {
    const table = await data.table(file, namedSchemas[name]!);
    expect(table.length).toBeGreaterThan(0);
    expect(table.issues).toEqual([]);
  },
);
