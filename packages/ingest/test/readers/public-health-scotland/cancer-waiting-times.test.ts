import { describe, expect, test } from "vitest";
import {
  phsCancerWaitingTimes,
  phsCancerWaitingTimesReader,
} from "../../../src/readers/public-health-scotland/cancer-waiting-times.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, tablesOf } from "./sample.ts";

const header =
  "Quarter,HB,HBQF,HBT,CancerType,CancerTypeQF,NumberOfEligibleReferrals62DayStandard,NumberOfEligibleReferrals62DayStandardQF,NumberOfEligibleReferralsTreatedWithin62Days,NumberOfEligibleReferralsTreatedWithin62DaysQF";

/** Synthetic: as published. */
const published = csv(
  header,
  "2012Q1,S08000015,,S08000015,Breast,,52,,50,",
  "2012Q1,S08000015,,S08000015,All Cancer Types,d,52,,50,",
  "2012Q1,S92000003,d,SB0801,Breast,,3,p,2,p",
);

/** Synthetic: the same as R saves it. */
const saved = csv(
  header,
  ...published
    .trim()
    .split("\n")
    .slice(1)
    .map((line) =>
      line
        .split(",")
        .map((cell) => cell || "NA")
        .join(","),
    ),
);

describe("cancer waiting times", () => {
  test("board of residence and of treatment are two keys, and quarters are calendar quarters", async () => {
    const file = await readText(published);
    expect(tablesOf(file)).toEqual([
      "by area, boardOfTreatment, period and cancerType: 1",
      "by area, boardOfTreatment and period: 1",
      "by boardOfTreatment, period and cancerType, totals of area: 1",
    ]);
    const [row] = file.as(phsCancerWaitingTimes);
    expect(row).toMatchObject({ referrals: 52, treatedWithin62Days: 50, period: { start: "2012-01-01" } });
    expect(issuesOf(file)).toMatchInlineSnapshot(`
      [
        "note | qualified-figures | 1 figure of NumberOfEligibleReferrals62DayStandard: provisional (p)",
        "note | qualified-figures | 1 figure of NumberOfEligibleReferralsTreatedWithin62Days: provisional (p)",
      ]
    `);
  });

  test("a file that R saved is read alike, and it is said", async () => {
    const [one, two] = [await readText(published), await readText(saved)];
    expect(tablesOf(two)).toEqual(tablesOf(one));
    expect(issuesOf(two)[0]).toMatchInlineSnapshot(
      `"note | saved-by-r | the file was saved by R, not downloaded: NA is taken for a blank in HBQF, CancerTypeQF, NumberOfEligibleReferrals62DayStandardQF, NumberOfEligibleReferralsTreatedWithin62DaysQF and in the columns that they qualify"`,
    );
  });
});

describeSturdiness(phsCancerWaitingTimesReader, "62-day.csv", () => published);
describeSturdiness(phsCancerWaitingTimesReader, "62-day-saved.csv", () => saved);
