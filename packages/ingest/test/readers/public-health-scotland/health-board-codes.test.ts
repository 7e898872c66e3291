import { describe, expect, test } from "vitest";
import {
  phsHealthBoardCodes,
  phsHealthBoardCodesReader,
} from "../../../src/readers/public-health-scotland/health-board-codes.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText } from "./sample.ts";

/** Synthetic: the datastore's form, with its own column of numbers. */
const boards = csv(
  "_id,HB,HBName,HBDateEnacted,HBDateArchived,Country",
  '1,"S08000001","NHS North",20140401,,"S92000003"',
  '2,"S08000002","NHS South",20140401,"20180201","S92000003"',
);

describe("codes of boards", () => {
  test("the datastore's form, with a byte-order mark and its own column, is read like the other", async () => {
    const plain = csv(
      ...boards
        .trim()
        .split("\n")
        .map((line) => line.replace(/^[^,]*,/, "")),
    );
    const [one, two] = [await readText(`\uFEFF${boards}`), await readText(plain)];
    expect(one.reader).toBe("phs-health-board-codes");
    expect([...one.as(phsHealthBoardCodes)]).toEqual([...two.as(phsHealthBoardCodes)]);
    expect(issuesOf(one)).toEqual([]);
  });
});

describeSturdiness(phsHealthBoardCodesReader, "boards.csv", () => boards);
