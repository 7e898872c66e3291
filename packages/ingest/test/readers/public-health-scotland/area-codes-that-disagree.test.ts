import { describe, expect, test } from "vitest";
import type { RawTable } from "../../../src/published/raw-table.ts";
import { areaCodesThatDisagree } from "../../../src/readers/public-health-scotland/area-codes-that-disagree.ts";

const look = (header: readonly string[], ...rows: readonly (readonly string[])[]): RawTable => ({
  file: "look-up.csv",
  header,
  rows,
  lines: rows.map((_, i) => i + 2),
  issues: [],
});

describe("codes of areas in a look-up", () => {
  test("give no issue when every zone is in one place", () => {
    const header = ["DataZone", "IntZone", "CA", "HSCP", "HB", "Country"];
    expect(
      areaCodesThatDisagree(
        look(
          header,
          ["S01006506", "S02001236", "S12000033", "S37000001", "S08000020", "S92000003"],
          ["S01006507", "S02001236", "S12000033", "S37000001", "S08000020", "S92000003"],
          // Two councils may be one partnership.
          ["S01013000", "S02002300", "S12000030", "S37000005", "S08000019", "S92000003"],
          ["S01007400", "S02001400", "S12000005", "S37000005", "S08000019", "S92000003"],
        ),
      ),
    ).toEqual([]);
  });

  test("of another kind of area are a warning, said once for a column", () => {
    const issues = areaCodesThatDisagree(
      look(["CA", "HSCP"], ["S37000027", "S37000008"], ["S37000027", "S37000008"], ["S12000008", "S37000008"]),
    );
    expect(issues.map(({ code, line, message }) => [code, line, message])).toEqual([
      ["area-of-another-kind", 2, "CA is no code of a council (S12…) in 2 rows: S37000027"],
    ]);
  });

  test("that place one area in two are a warning for each such area", () => {
    const issues = areaCodesThatDisagree(
      look(["CA", "HSCP"], ["S12000050", "S37000035"], ["S12000050", "S37000028"], ["S12000050", "S37000028"]),
    );
    expect(issues.map(({ code, line, message }) => [code, line, message])).toEqual([
      ["area-in-two-places", 3, "CA S12000050 is placed in 2 areas of HSCP: S37000035, S37000028; it can be in one"],
    ]);
  });

  test("are not looked at where they are words, or where there are no rows", () => {
    expect(
      areaCodesThatDisagree(look(["CA", "HB"], ["not applicable", "SB0801"], ["not applicable", "SB0802"])),
    ).toEqual([]);
    expect(areaCodesThatDisagree(look(["CA", "HB"]))).toEqual([]);
    expect(areaCodesThatDisagree(look(["Sex"], ["All"]))).toEqual([]);
  });
});
