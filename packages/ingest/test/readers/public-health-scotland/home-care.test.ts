import { describe, expect, test } from "vitest";
import { phsCareAtHomeReader, phsHomeCareReader } from "../../../src/readers/public-health-scotland/home-care.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText, rowsOf, tablesOf } from "./sample.ts";

const measures = (before: string, people: number, hours: number, rate: number, after = ""): readonly string[] => [
  `${before},"Rate per 1,000 People",${rate}${after}`,
  `${before},Number of People,${people}${after}`,
  `${before},Number of Hours,${hours}${after}`,
];

/** Synthetic: years, quarters and census weeks of one partnership and Scotland. */
const census = csv(
  '"Time Period","Financial Quarter","Location","Age Group","Measure","Value"',
  ...measures("Financial Year,2018/19,Scotland (Estimated),All Ages", 100, 9000, 17.1),
  ...measures("Financial Year,2018/19,Fife,85+ years", 20, 3000, 90.5),
  ...measures("Financial Year,2018/19,Fife,All Ages", 30, 4000, 12.5),
  ...measures("Financial Quarter,Jan-Mar 2018,Fife,85+ years", 20, 750, 90),
  ...measures("Financial Quarter,Jan-Mar 2018,Fife,Unknown", 5, 10, 0),
  ...measures("Census Week,2009/10,Fife,All Ages", 25, 80, 10),
);

/** Synthetic: Scotland's figure beside the areas; hours of one area are not there. */
const dashboard = csv(
  "time_period,financial_quarter,sending_location,age_group,measure,value,scotland_value",
  "Financial Quarter,2017/18 Q4,Scotland (Estimated),All Ages,Number of People,100,100",
  "Financial Quarter,2017/18 Q4,Scotland (Estimated),All Ages,Number of Hours,900,950",
  'Financial Quarter,2017/18 Q4,Scotland (Estimated),All Ages,"Rate per 1,000 Population",17,17',
  "Financial Quarter,2017/18 Q4,Fife,All Ages,Number of People,30,100",
  'Financial Quarter,2017/18 Q4,Fife,All Ages,"Rate per 1,000 Population",12.5,17',
);

describe("care at home", () => {
  test("of years, quarters and census weeks is held apart", async () => {
    const file = await readText(census);
    expect(tablesOf(file)).toMatchInlineSnapshot(`
      [
        "years: by areaName, period and age: 1",
        "years: by areaName and period: 1",
        "years: by period, totals of areaName: 1",
        "quarters: by areaName, period and age: 1",
        "quarters, age unknown: by areaName and period: 1",
        "census weeks: by areaName and period: 1",
      ]
    `);
    expect(rowsOf(file, "quarters: by areaName, period and age")).toEqual([
      "areaName Fife, period 2018Q1, age 85+, people 20, hours 750, perThousand 90",
    ]);
    expect(rowsOf(file, "years: by period, totals of areaName")).toEqual([
      "areaName Scotland (Estimated), period 2018/19, people 100, hours 9000, perThousand 17.1",
    ]);
    expect(file.issues).toEqual([]);
  });

  test("says where Scotland's figures differ, and where hours are not there", async () => {
    const file = await readText(dashboard);
    expect(file.reader).toBe("phs-home-care");
    expect(rowsOf(file, "quarters: by areaName and period")).toEqual([
      "areaName Fife, period 2017/18 Q4, people 30, hours null, perThousand 12.5, missing not available",
    ]);
    expect(issuesOf(file)).toMatchInlineSnapshot(`
      [
        "warning | whole-differs | line 3 | 1 of 5 cells of scotland_value are not the value of Scotland's own row, the first on line 3: 950, where Scotland's row has 900; Scotland's rows are read, scotland_value is not",
        "warning | figure-without-row | line 5 | 1 of 2 areas and periods have no row "Number of Hours" beside the other figures, the first on line 5: taken as not available",
      ]
    `);
  });
});

describeSturdiness(phsCareAtHomeReader, "census.csv", () => census);
describeSturdiness(phsHomeCareReader, "dashboard.csv", () =>
  dashboard.replace(",950", ",900").concat("Financial Quarter,2017/18 Q4,Fife,All Ages,Number of Hours,300,900\n"),
);
