import { describe, expect, test } from "vitest";
import {
  phsHospitalLocations,
  phsHospitalLocationsReader,
} from "../../../src/readers/public-health-scotland/hospital-locations.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText } from "./sample.ts";

/** Synthetic: a hospital, and one of a special board that has no council. */
const hospitals = csv(
  "Location,LocationName,Postcode,AddressLine,HB,HSCP,HSCPQF,CA,CAQF,IntZone,IntZoneQF,DataZone,DataZoneQF,XCoordinate,YCoordinate,BasedOnPostcode",
  'A101H,North Hospital,ZZ1 1ZZ,"1 High Street, Northtown",S08000001,S37000001,,S12000001,,S02000001,,S01000001,,203533,632121.5,',
  "D101H,Special Hospital,ZZ1 1ZZ,Northtown,SB0801,,z,,z,,z,,z,,,Yes",
);

describe("places of hospitals", () => {
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
});

describeSturdiness(phsHospitalLocationsReader, "hospitals.csv", () => hospitals);
