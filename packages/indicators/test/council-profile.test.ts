import { expect, it } from "vitest";
import { periodIn } from "../src/council-profile.ts";

it.each([
  ["2020 to 2022 calendar years; 3-year aggregates", "2020-2022", "2020-01-01", "2022-12-31"],
  ["2020/21 to 2022/23 financial years; 3-year aggregates", "2020/21 to 2022/23", "2020-04-01", "2023-03-31"],
  ["Financial year (2021/22)", "2021/22", "2021-04-01", "2022-03-31"],
  ["2022/23 school year", "2022/23", "2022-04-01", "2023-03-31"],
  ["Calendar year 2021", "2021", "2021-01-01", "2021-12-31"],
])("reads the period in %j", (words, label, start, end) => {
  expect(periodIn(words)).toMatchObject({ label, start, end });
});

it("refuses words that name no year", () => {
  expect(() => periodIn("latest")).toThrowErrorMatchingInlineSnapshot(`
    [PopneedsError: [unknown-period] a period must name its years; found "latest"
      Fix: Write the period as 2022, 2022/23 or 2020 to 2022.]
  `);
});
