import { area, figure, label } from "../../field.ts";
import { schema } from "../../schema.ts";
import { areaCodesThatDisagree } from "./area-codes-that-disagree.ts";
import { openDataReader } from "./open-data-reader.ts";

const coordinate = { marks: { "": "not available" } } as const;

/** Where hospitals are: code, name, address, the areas in which each lies, and its place on the national grid in metres. */
export const phsHospitalLocations = schema({
  location: area("Location"),
  locationName: label("LocationName"),
  postcode: label("Postcode"),
  address: label("AddressLine"),
  board: area("HB"),
  partnership: area("HSCP", { qualifier: "HSCPQF" }),
  council: area("CA", { qualifier: "CAQF" }),
  intermediateZone: area("IntZone", { qualifier: "IntZoneQF" }),
  dataZone: area("DataZone", { qualifier: "DataZoneQF" }),
  basedOnPostcode: label("BasedOnPostcode"),
  easting: figure("score", "XCoordinate", coordinate),
  northing: figure("score", "YCoordinate", coordinate),
});

/**
 * Public Health Scotland's hospital codes and locations.
 *
 * Hospitals of special boards have no partnership, council or zone: `not applicable`. A coordinate that is blank is not
 * available.
 */
export const phsHospitalLocationsReader = openDataReader({
  name: "phs-hospital-locations",
  title: "Codes, names and places of hospitals",
  forms: [phsHospitalLocations],
  doubts: (cells) => areaCodesThatDisagree(cells),
});
