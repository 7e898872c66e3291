import { expect, test } from "vitest";
import { ranksWithGaps } from "../../../src/readers/scottish-government-deprivation/ranks-with-gaps.ts";

const table = (ranks: readonly string[]) => ({
  file: "zones.csv",
  header: ["zone", "rank"],
  rows: ranks.map((rank, i) => [`S0${i}`, rank]),
  lines: ranks.map((_, i) => i + 2),
  issues: [],
});

test("ranks from 1 on, each once, in any order and with separators, are in order", () => {
  expect(ranksWithGaps(table(["3", "1", "2"]), "rank")).toEqual([]);
  expect(ranksWithGaps(table(Array.from({ length: 1200 }, (_, i) => (i + 1).toLocaleString("en-GB"))), "rank")).toEqual(
    [],
  );
  expect(ranksWithGaps(table([]), "rank")).toEqual([]);
});

test("gaps, and ranks that are given again", () => {
  expect(ranksWithGaps(table(["1", "2", "4", "4", "9"]), "rank")).toMatchInlineSnapshot(`
    [
      {
        "code": "ranks-with-gaps",
        "column": "rank",
        "file": "zones.csv",
        "fix": "Compare the file with the publisher's: data zones were lost or are there twice.",
        "message": "the ranks should run from 1 to 9, each once: 5 are missing (3, 5, 6 …); 1 is given again",
        "severity": "warning",
      },
    ]
  `);
  expect(ranksWithGaps(table(["1", "3"]), "rank")[0]!.message).toBe(
    "the ranks should run from 1 to 3, each once: 1 is missing (2)",
  );
});
