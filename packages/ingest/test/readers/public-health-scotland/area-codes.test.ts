import { describe, expect, test } from "vitest";
import { phsAreaNames, phsAreaNamesReader } from "../../../src/readers/public-health-scotland/area-names.ts";
import { phsCouncilCodes, phsCouncilCodesReader } from "../../../src/readers/public-health-scotland/council-codes.ts";
import {
  phsDataZoneCodes,
  phsDataZoneCodesReader,
} from "../../../src/readers/public-health-scotland/data-zone-codes.ts";
import {
  phsHealthBoardCodes,
  phsHealthBoardCodesReader,
} from "../../../src/readers/public-health-scotland/health-board-codes.ts";
import {
  phsHospitalLocations,
  phsHospitalLocationsReader,
} from "../../../src/readers/public-health-scotland/hospital-locations.ts";
import {
  phsLocalityCodes,
  phsLocalityCodesReader,
} from "../../../src/readers/public-health-scotland/locality-codes.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText } from "./sample.ts";

/** Synthetic: names are made up; two zones have the same name. */
const zones = csv(
  "DataZone,DataZoneName,IntZone,IntZoneName,CA,CAName,HSCP,HSCPName,HB,HBName,Country",
  "S01000001,Centre - 01,S02000001,Centre,S12000001,Northtown,S37000001,Northtown,S08000001,NHS North,S92000003",
  "S01000002,Centre - 01,S02000002,Centre,S12000002,Southtown,S37000002,Southtown,S08000001,NHS North,S92000003",
);

/** Synthetic: a council code that is a partnership's, and a name with a blank behind it. */
const localities = csv(
  "DataZone,SubHSCP,SubHSCPName,CA,HSCP,HB,Country",
  "S01000001,PN0000001,North East ,S12000001,S37000001,S08000001,S92000003",
  "S01000002,PN0000002,North West,S37000001,S37000001,S08000001,S92000003",
);

/** Synthetic: one council whose code was changed. */
const councils = csv(
  "CA,CAName,CADateEnacted,CADateArchived,HSCP,HSCPName,HSCPDateEnacted,HSCPDateArchived,HB,HBName,HBDateEnacted,HBDateArchived,Country",
  "S12000001,Northtown,19960401,20180201,S37000001,Northtown,20160401,20180201,S08000001,NHS North,20140401,,S92000003",
  "S12000009,Northtown,20180202,,S37000009,Northtown,20180202,,S08000001,NHS North,20140401,,S92000003",
);

/** Synthetic: the datastore's form, with its own column of numbers. */
const boards = csv(
  "_id,HB,HBName,HBDateEnacted,HBDateArchived,Country",
  '1,"S08000001","NHS North",20140401,,"S92000003"',
  '2,"S08000002","NHS South",20140401,"20180201","S92000003"',
);

/** Synthetic: a hospital, and one of a special board that has no council. */
const hospitals = csv(
  "Location,LocationName,Postcode,AddressLine,HB,HSCP,HSCPQF,CA,CAQF,IntZone,IntZoneQF,DataZone,DataZoneQF,XCoordinate,YCoordinate,BasedOnPostcode",
  'A101H,North Hospital,ZZ1 1ZZ,"1 High Street, Northtown",S08000001,S37000001,,S12000001,,S02000001,,S01000001,,203533,632121.5,',
  "D101H,Special Hospital,ZZ1 1ZZ,Northtown,SB0801,,z,,z,,z,,z,,,Yes",
);

/** Synthetic: one name for two codes. */
const names = csv(
  '"geo_code","area_name"',
  '"S12000001","Northtown"',
  '"S12000009","Northtown"',
  '"S92000003","Scotland"',
);

describe("codes and names of areas", () => {
  test("a look-up of zones counts its rows, each 1", async () => {
    const rows = [...(await readText(zones)).as(phsDataZoneCodes)];
    expect(rows.map(({ area, areaName, council, zones }) => [area, areaName, council, zones])).toEqual([
      ["S01000001", "Centre - 01", "S12000001", 1],
      ["S01000002", "Centre - 01", "S12000002", 1],
    ]);
  });

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

  test("a council whose code was changed has a row for each code", async () => {
    const rows = [...(await readText(councils)).as(phsCouncilCodes)];
    expect(rows.map(({ area, enacted, archived }) => [area, enacted, archived])).toEqual([
      ["S12000001", "19960401", "20180201"],
      ["S12000009", "20180202", ""],
    ]);
  });

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

  test("what does not apply to a hospital says so, and a coordinate that is blank is not available", async () => {
    const [, special] = (await readText(hospitals)).as(phsHospitalLocations);
    expect(special).toMatchObject({
      board: "SB0801",
      council: "not applicable",
      dataZone: "not applicable",
      easting: null,
      missing: "not available",
    });
  });

  test("names may be those of a total", async () => {
    const rows = [...(await readText(names)).as(phsAreaNames)];
    expect(rows.map(({ area, areaName, codes }) => [area, areaName, codes])).toEqual([
      ["S12000001", "Northtown", 1],
      ["S12000009", "Northtown", 1],
      ["S92000003", "Scotland", 1],
    ]);
  });
});

describeSturdiness(phsDataZoneCodesReader, "zones.csv", () => zones);
describeSturdiness(phsLocalityCodesReader, "localities.csv", () =>
  localities.replace("North West,S37000001", "North West,S12000001"),
);
describeSturdiness(phsCouncilCodesReader, "councils.csv", () => councils);
describeSturdiness(phsHealthBoardCodesReader, "boards.csv", () => boards);
describeSturdiness(phsHospitalLocationsReader, "hospitals.csv", () => hospitals);
describeSturdiness(phsAreaNamesReader, "names.csv", () => names);
