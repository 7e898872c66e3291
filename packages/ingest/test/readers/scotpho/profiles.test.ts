import { describe, expect, test } from "vitest";
import { rawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { scotphoProfilesReader } from "../../../src/readers/scotpho/profiles.ts";
import { describeSturdiness } from "../sturdiness.ts";

const header =
  '"area_code","area_type","area_name","year","period","type_definition","indicator","numerator","measure","upper_confidence_interval","lower_confidence_interval"';
/** Synthetic. */
const rows = [
  '"S12000033","Council area","Aberdeen City",2020,"2019/20 to 2021/22 financial years; 3-year aggregates","Percentage","Smoking, adults",40.3,12.1,13.5,10.8',
  '"S12000034","Council area","Aberdeenshire",2020,"2019/20 to 2021/22 financial years; 3-year aggregates","Percentage","Smoking, adults",NA,11.5,12.9,10.2',
  '"S12000033","Council area","Aberdeen City",2019,"2019 survey year","Percentage","Smoking, adults",NA,NA,NA,NA',
  '"S12000033","Council area","Aberdeen City",2020,"2019-2021 (3 year aggregate)","Years","Life expectancy",NA,78.2,78.9,77.5',
  '"S08000020","Health board","NHS Grampian",2020,"2019-2021 (3 year aggregate)","Years","Life expectancy",NA,78.5,79,78.1',
];
const sample = `${[header, ...rows].join("\n")}\n`;
const read = async (text: string) => readRaw(await rawFile(text, "profiles.csv"));

describe("the download of the ScotPHO profiles since 2023", () => {
  test("each kind of area and each definition is a part", async () => {
    const file = await read(sample);
    expect(file.tables.map(({ part, table }) => `${part}: ${table.length}, ${table.measures["value"]!.kind}`)).toEqual([
      "Council area; Percentage: 3, percentage",
      "Council area; Years: 1, expectancy",
      "Health board; Years: 1, expectancy",
    ]);
    expect(file.issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["note", "years are aggregated and the numerator is the mean of one in 1 row (line 2)"],
    ]);
  });

  test("the upper limit, which comes first, is the upper limit; NA is not available; the words of the period stay", async () => {
    const table = [...(await read(sample)).tables[0]!.table];
    expect(table.map((row) => [row["numerator"], row["lower"], row["value"], row["upper"]])).toEqual([
      [40.3, 10.8, 12.1, 13.5],
      [null, 10.2, 11.5, 12.9],
      [null, null, null, null],
    ]);
    expect(table[2]!.missing).toBe("not available");
    expect(table.map((row) => [(row["period"] as { label: string }).label, row["periodText"]])).toEqual([
      ["2019/20 to 2021/22", "2019/20 to 2021/22 financial years; 3-year aggregates"],
      ["2019/20 to 2021/22", "2019/20 to 2021/22 financial years; 3-year aggregates"],
      ["2019", "2019 survey year"],
    ]);
  });

  test("surveys combined over years count all who answered: nothing is said of their numerator", async () => {
    const file = await read(
      sample.replace("2019/20 to 2021/22 financial years; 3-year aggregates", "2019-2021 combined survey years"),
    );
    expect(file.issues).toEqual([]);
  });

  test("limits that do not hold their value, and a year outside its period, are said", async () => {
    const file = await read(
      sample.replace("12.1,13.5,10.8", "12.1,10.8,13.5").replace('2019,"2019 survey year"', '2009,"2019 survey year"'),
    );
    expect(file.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        "limits-out-of-order",
        "measure does not lie between lower_confidence_interval and upper_confidence_interval in 1 row (line 2)",
      ],
      ["year-outside-period", "the year is not one of the period's in 1 row (line 4)"],
      ["numerator-is-a-mean", "years are aggregated and the numerator is the mean of one in 1 row (line 2)"],
    ]);
  });
});

describe("the rotated labels of three indicators of school leavers", () => {
  const leavers = (indicator: string, numerator: number, measure: number) =>
    `"S12000033","Council area","Aberdeen City",2022,"2022/23 school year","Percentage","${indicator}",${numerator},${measure},100,0`;
  const level4 = "School leavers with 1 or more qualification at SCQF Level 4";
  const level6 = "School leavers with 1 or more qualification at SCQF Level 6";
  const deprived = "School leavers living in the most deprived quintile with 1 or more qualification at SCQF Level 6";
  const issues = async (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]) =>
    (await read(`${[header, leavers(level4, ...a), leavers(level6, ...b), leavers(deprived, ...c)].join("\n")}\n`))
      .issues;

  test("are seen in the figures: some are more than all", async () => {
    expect(await issues([240, 50], [45, 30], [440, 92])).toMatchInlineSnapshot(`
      [
        {
          "code": "rotated-labels",
          "column": "indicator",
          "file": "profiles.csv",
          "fix": "Leave these three indicators out, or get their figures from a later download.",
          "line": 2,
          "message": "in 1 area more school leavers of the most deprived fifth than of all have a qualification at SCQF Level 6, or more have one at Level 6 than at Level 4: the labels of the three indicators "School leavers …" are rotated",
          "severity": "warning",
        },
      ]
    `);
    expect((await issues([240, 50], [250, 60], [40, 30])).map(({ code }) => code)).toEqual(["rotated-labels"]);
  });

  test("give no warning in a download in which they are right", async () => {
    expect(await issues([440, 92], [240, 50], [45, 30])).toEqual([]);
  });
});

describeSturdiness(scotphoProfilesReader, "profiles.csv", () => sample);
