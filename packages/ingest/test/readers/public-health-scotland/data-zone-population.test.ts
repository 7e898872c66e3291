import { describe, expect, test } from "vitest";
import {
  dataZonePopulation,
  dataZonePopulationReader,
} from "../../../src/readers/public-health-scotland/data-zone-population.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, tablesOf } from "./sample.ts";

/** Synthetic: one zone with 3 people of age 0, 2 of age 1, 1 of 90 and over. */
const row = (sex: string, total: number, first: number, second: number, last: number): string =>
  `"S01000001",${total},"${sex}",${[first, second, ...Array(88).fill(0), last].join(",")}`;
const zones = csv(
  `"dz11_code","total_population","sex",${Array.from({ length: 90 }, (_, age) => `"${age}"`).join(",")},"90+"`,
  row("All", 6, 3, 2, 1),
  row("Female", 4, 2, 1, 1),
  row("Male", 2, 1, 1, 0),
);

describe("population of zones with renamed columns", () => {
  test("has no period, which is said", async () => {
    const file = await readText(zones);
    expect(tablesOf(file)).toEqual([
      "by area, sex and age: 182",
      "by area and age: 91",
      "all ages: by area and sex: 2",
      "all ages: by area: 1",
    ]);
    expect([...file.as(dataZonePopulation)].reduce((sum, { people }) => sum + people!, 0)).toBe(6);
    expect(issuesOf(file)).toEqual(["note | no-period | the file does not say of which year its figures are"]);
  });

  test("ages that do not sum to the total are a warning", async () => {
    const file = await readText(zones.replace('4,"Female",2', '4,"Female",20'));
    expect(file.issues.filter(({ severity }) => severity === "warning").map(({ message }) => message)).toEqual([
      "the ages sum to 22; total_population is 4",
    ]);
  });
});

describeSturdiness(dataZonePopulationReader, "zones.csv", () => zones);
