import { describe, expect, test } from "vitest";
import { phsCouncilCodes, phsCouncilCodesReader } from "../../../src/readers/public-health-scotland/council-codes.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText } from "./sample.ts";

/** Synthetic: one council whose code was changed. */
const councils = csv(
  "CA,CAName,CADateEnacted,CADateArchived,HSCP,HSCPName,HSCPDateEnacted,HSCPDateArchived,HB,HBName,HBDateEnacted,HBDateArchived,Country",
  "S12000001,Northtown,19960401,20180201,S37000001,Northtown,20160401,20180201,S08000001,NHS North,20140401,,S92000003",
  "S12000009,Northtown,20180202,,S37000009,Northtown,20180202,,S08000001,NHS North,20140401,,S92000003",
);

describe("codes of councils", () => {
  test("a council whose code was changed has a row for each code", async () => {
    const rows = [...(await readText(councils)).as(phsCouncilCodes)];
    expect(rows.map(({ area, enacted, archived }) => [area, enacted, archived])).toEqual([
      ["S12000001", "19960401", "20180201"],
      ["S12000009", "20180202", ""],
    ]);
  });
});

describeSturdiness(phsCouncilCodesReader, "councils.csv", () => councils);
