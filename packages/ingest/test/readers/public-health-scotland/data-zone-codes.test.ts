import { describe, expect, test } from "vitest";
import {
  phsDataZoneCodes,
  phsDataZoneCodesReader,
} from "../../../src/readers/public-health-scotland/data-zone-codes.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText } from "./sample.ts";

/** Synthetic: names are made up; two zones have the same name. */
const zones = csv(
  "DataZone,DataZoneName,IntZone,IntZoneName,CA,CAName,HSCP,HSCPName,HB,HBName,Country",
  "S01000001,Centre - 01,S02000001,Centre,S12000001,Northtown,S37000001,Northtown,S08000001,NHS North,S92000003",
  "S01000002,Centre - 01,S02000002,Centre,S12000002,Southtown,S37000002,Southtown,S08000001,NHS North,S92000003",
);

describe("codes and names of data zones", () => {
  test("a look-up of zones counts its rows, each 1", async () => {
    const rows = [...(await readText(zones)).as(phsDataZoneCodes)];
    expect(rows.map(({ area, areaName, council, zones }) => [area, areaName, council, zones])).toEqual([
      ["S01000001", "Centre - 01", "S12000001", 1],
      ["S01000002", "Centre - 01", "S12000002", 1],
    ]);
  });
});

describeSturdiness(phsDataZoneCodesReader, "zones.csv", () => zones);
