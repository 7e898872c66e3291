import { describe, expect, test } from "vitest";
import { phsCancerByAge, phsCancerReader } from "../../../src/readers/public-health-scotland/cancer.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, rowsOf, tablesOf } from "./sample.ts";

const bands = ["Under5", ...Array.from({ length: 17 }, (_, k) => `${5 * k + 5}To${5 * k + 9}`), "90AndOver"];
const rest =
  "CrudeRate,CrudeRateLower95pcConfidenceInterval,CrudeRateUpper95pcConfidenceInterval,EASR,EASRLower95pcConfidenceInterval,EASRLower95pcConfidenceIntervalQF,EASRUpper95pcConfidenceInterval,EASRUpper95pcConfidenceIntervalQF,WASR,WASRLower95pcConfidenceInterval,WASRLower95pcConfidenceIntervalQF,WASRUpper95pcConfidenceInterval,WASRUpper95pcConfidenceIntervalQF";
const ages = (first: number, last: number, between: number | string = 0) =>
  [first, ...Array(17).fill(between), last].join(",");

/** Synthetic, as R saves it: bladder and all sites, the youngest and the oldest only. */
const incidence = csv(
  `Country,CancerSiteICD10Code,CancerSite,Sex,SexQF,Year,${bands.map((band) => `IncidencesAge${band}`).join(",")},IncidencesAllAges,${bands.map((band) => `IncidenceRateAge${band}`).join(",")},${rest},StandardisedIncidenceRatio,StandardisedIncidenceRatioQF`,
  `S92000003,C67,Bladder,Females,NA,1997,${ages(1, 4)},5,${ages(0.7, 40.5)},2,1,3,2.5,1.5,NA,3.5,NA,1.1,0.9,NA,1.3,NA,100,NA`,
  `S92000003,C67,Bladder,Male,NA,1997,${ages(0, 0)},0,${ages(0, 0)},0,0,0.2,0,NA,z,NA,z,0,NA,z,NA,z,NA,z`,
  `S92000003,"C00-C97, excluding C44",All cancer types,All,d,1997,${ages(3, 9)},12,${ages(1.2, 80)},4,3,5,5,4,NA,6,NA,2,1,NA,3,NA,100,NA`,
);

/** Synthetic: no real file of mortality could be had; a figure that is not there is a single space. */
const mortality = csv(
  `HB,CancerSiteICD10Code,CancerSite,Sex,SexQF,Year,${bands.map((band) => `DeathsAge${band}`).join(",")},DeathsAllAges,${bands.map((band) => `MortalityRateAge${band}`).join(",")},${rest},StandardisedMortalityRatio`,
  `S08000015,C67,Bladder,Female,,1997,${ages(1, 4)},5,${ages(0.7, 40.5)},2,1,3,2.5,1.5,,3.5,,1.1,0.9,,1.3,, `,
);

describe("cancer incidence", () => {
  test("ages become rows, with their rate beside the count", async () => {
    const file = await readText(incidence);
    expect(tablesOf(file)).toMatchInlineSnapshot(`
      [
        "by age: by area, siteCode, site, sex, period and age: 38",
        "by age: by area, period and age: 19",
        "all ages: by area, siteCode, site, sex and period: 2",
        "all ages: by area and period: 1",
      ]
    `);
    const rows = [...file.as(phsCancerByAge)].filter(({ cases }) => cases !== 0);
    expect(rows.map((row) => [row.site, row.sex, row.age.label, row.cases, row.rate])).toEqual([
      ["Bladder", "female", "0-4", 1, 0.7],
      ["Bladder", "female", "90+", 4, 40.5],
    ]);
  });

  test("rates of all ages keep their limits; what does not apply says so", async () => {
    const file = await readText(incidence);
    expect(rowsOf(file, "all ages: by area, siteCode, site, sex and period")).toMatchInlineSnapshot(`
      [
        "area S92000003, siteCode C67, site Bladder, sex female, period 1997, cases 5, crudeRate 2, crudeLower 1, crudeUpper 3, europeanRate 2.5, europeanLower 1.5, europeanUpper 3.5, worldRate 1.1, worldLower 0.9, worldUpper 1.3, standardisedRatio 100",
        "area S92000003, siteCode C67, site Bladder, sex male, period 1997, cases 0, crudeRate 0, crudeLower 0, crudeUpper 0.2, europeanRate 0, europeanLower null, europeanUpper null, worldRate 0, worldLower null, worldUpper null, standardisedRatio null, missing not applicable",
      ]
    `);
    expect(rowsOf(file, "all ages: by area and period")).toMatchInlineSnapshot(`
      [
        "area S92000003, period 1997, cases 12, crudeRate 4, crudeLower 3, crudeUpper 5, europeanRate 5, europeanLower 4, europeanUpper 6, worldRate 2, worldLower 1, worldUpper 3, standardisedRatio 100",
      ]
    `);
    expect(issuesOf(file)).toMatchInlineSnapshot(`
      [
        "note | saved-by-r | the file was saved by R, not downloaded: NA is taken for a blank in SexQF, EASRLower95pcConfidenceIntervalQF, EASRUpper95pcConfidenceIntervalQF, WASRLower95pcConfidenceIntervalQF, WASRUpper95pcConfidenceIntervalQF, StandardisedIncidenceRatioQF and in the columns that they qualify",
      ]
    `);
  });

  test("ages that do not sum to all ages are a warning", async () => {
    const file = await readText(incidence.replace(`${ages(1, 4)},5,`, `${ages(1, 4)},6,`));
    expect(file.issues.filter(({ severity }) => severity === "warning").map(({ message }) => message)).toEqual([
      "the ages sum to 5; IncidencesAllAges is 6",
    ]);
  });
});

describe("cancer mortality, of which no real file could be had", () => {
  test("is read by the same reader; a blank without a qualifier is not available", async () => {
    const file = await readText(mortality);
    expect(file.because).toBe("it has the columns CancerSiteICD10Code, CancerSite, EASR and DeathsAllAges");
    const [row] = file.table("all ages: by area, siteCode, site, sex and period");
    expect(row).toMatchObject({
      area: "S08000015",
      sex: "female",
      cases: 5,
      europeanRate: 2.5,
      standardisedRatio: null,
    });
    expect(row!.missing).toBe("not available");
  });

  test("without ages, as published by board, the figures of all ages are read", async () => {
    const header = `HB,CancerSiteICD10Code,CancerSite,Sex,SexQF,Year,DeathsAllAges,EASR`;
    const file = await readText(csv(header, "S08000015,C67,Bladder,Male,,1997,5,2.5"));
    expect(rowsOf(file, "all ages")).toEqual([
      "area S08000015, siteCode C67, site Bladder, sex male, period 1997, cases 5, europeanRate 2.5",
    ]);
  });
});

describeSturdiness(phsCancerReader, "incidence.csv", () => incidence);
describeSturdiness(phsCancerReader, "mortality.csv", () => mortality);
