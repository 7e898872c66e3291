import { describe, expect, test } from "vitest";
import { periodInWords } from "../../../src/readers/scotpho/period-in-words.ts";

describe("periods that ScotPHO puts into words", () => {
  test.each([
    ["2021 calendar year", "2021", "2021-01-01", "2021-12-31"],
    ["Survey year (2020)", "2020", "2020-01-01", "2020-12-31"],
    ["2018/19 financial year", "2018/19", "2018-04-01", "2019-03-31"],
    ["Financial year (2021/22)", "2021/22", "2021-04-01", "2022-03-31"],
    ["2019/20 to 2021/22 financial years; 3-year aggregates", "2019/20 to 2021/22", "2019-04-01", "2022-03-31"],
    ["2018 to 2022 calendar years; 5-year aggregates", "2018-2022", "2018-01-01", "2022-12-31"],
    ["4-year aggregate (2014 - 2017)", "2014-2017", "2014-01-01", "2017-12-31"],
    ["2019-2021 (3 year aggregate)", "2019-2021", "2019-01-01", "2021-12-31"],
    ["2022/23 school year", "2022/23 school year", "2022-08-01", "2023-07-31"],
    [
      "2020/21 to 2022/23 school years; 3-year aggregates",
      "2020/21 to 2022/23 school year",
      "2020-08-01",
      "2023-07-31",
    ],
    ["2021 July snapshot", "2021-07", "2021-07-01", "2021-07-31"],
    ["31st March 2014 snapshot", "2014-03-31", "2014-03-31", "2014-03-31"],
    ["2012 to 2014 March snapshot; 3-year average", "2012-03 to 2014-03", "2012-03-01", "2014-03-31"],
    ["August 2018 to July 2021", "2018-08 to 2021-07", "2018-08-01", "2021-07-31"],
    ["2021 mid-year estimate", "2021-06-30", "2021-06-30", "2021-06-30"],
  ])("%s", (text, label, start, end) => {
    expect(periodInWords(text)).toEqual({ label, start, end });
  });

  test.each([
    "",
    "all years",
    "2021 to 2019",
    "2019/21",
    "2019, 2020 and 2021",
    "2019 to 2020/21",
    "May to July 2020",
    "2019-2021 mid-year",
    "12345",
    "31st February 2014 snapshot",
  ])('"%s" is none', (text) => {
    expect(periodInWords(text)).toBeNull();
  });
});
