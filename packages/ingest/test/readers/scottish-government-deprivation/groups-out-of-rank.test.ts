import { expect, test } from "vitest";
import type { RawTable } from "../../../src/published/raw-table.ts";
import { groupsOutOfRank } from "../../../src/readers/scottish-government-deprivation/groups-out-of-rank.ts";

const table = (rows: readonly (readonly string[])[]): RawTable => ({
  file: "zones.csv",
  header: ["rank", "decile"],
  rows,
  lines: rows.map((_, i) => i + 2),
  issues: [],
});
const columns = { rank: "rank", group: "decile" };

test("groups that ascend with the ranks, in any order of rows, are in order; so are tied ranks in different groups", () => {
  expect(
    groupsOutOfRank(
      table([
        ["2,000", "3"],
        ["1", "1"],
        ["1,999.5", "2"],
        ["1,999.5", "3"],
        ["", "9"],
      ]),
      columns,
    ),
  ).toEqual([]);
  expect(groupsOutOfRank(table([]), columns)).toEqual([]);
  expect(groupsOutOfRank(table([["1", "1"]]), { rank: "rank", group: "quintile" })).toEqual([]);
});

test("a zone of a higher rank in a lower group is named", () => {
  expect(
    groupsOutOfRank(
      table([
        ["1", "1"],
        ["2", "4"],
        ["3", "2"],
        ["4", "2"],
      ]),
      columns,
    ),
  ).toMatchInlineSnapshot(`
    [
      {
        "code": "group-does-not-follow-rank",
        "column": "decile",
        "file": "zones.csv",
        "fix": "Compare the rows with the publisher's file: a rank or a group was changed.",
        "line": 4,
        "message": "decile does not follow from rank in 2 rows (lines 4, 5)",
        "severity": "warning",
      },
    ]
  `);
});
