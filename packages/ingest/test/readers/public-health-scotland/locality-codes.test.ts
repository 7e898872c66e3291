import { describe, expect, test } from "vitest";
import {
  phsLocalityCodes,
  phsLocalityCodesReader,
} from "../../../src/readers/public-health-scotland/locality-codes.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText } from "./sample.ts";

/** Synthetic: a council code that is a partnership's, and a name with a blank behind it. */
const localities = csv(
  "DataZone,SubHSCP,SubHSCPName,CA,HSCP,HB,Country",
  "S01000001,PN0000001,North East ,S12000001,S37000001,S08000001,S92000003",
  "S01000002,PN0000002,North West,S37000001,S37000001,S08000001,S92000003",
);

describe("localities of data zones", () => {
  test("a look-up of localities says which codes cannot be right, and trims names", async () => {
    const file = await readText(localities);
    expect([...file.as(phsLocalityCodes)].map(({ localityName }) => localityName)).toEqual([
      "North East",
      "North West",
    ]);
    expect(issuesOf(file)).toMatchInlineSnapshot(`
      [
        "warning | area-of-another-kind | line 3 | CA is no code of a council (S12…) in 1 row: S37000001",
        "note | blanks-around-text | line 2 | 1 cell of SubHSCPName begins or ends with a blank, and is read without it: "North East "",
      ]
    `);
  });
});

describeSturdiness(phsLocalityCodesReader, "localities.csv", () =>
  localities.replace("North West,S37000001", "North West,S12000001"),
);
