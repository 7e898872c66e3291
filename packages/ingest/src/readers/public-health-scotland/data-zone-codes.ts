import { area, label, listed } from "../../field.ts";
import { schema } from "../../schema.ts";
import { areaCodesThatDisagree } from "./area-codes-that-disagree.ts";
import { openDataReader } from "./open-data-reader.ts";

/** Which areas each data zone lies in, with their names: a row for each zone. */
export const phsDataZoneCodes = schema({
  area: area("DataZone"),
  areaName: label("DataZoneName"),
  intermediateZone: area("IntZone"),
  intermediateZoneName: label("IntZoneName"),
  council: area("CA"),
  councilName: label("CAName"),
  partnership: area("HSCP"),
  partnershipName: label("HSCPName"),
  board: area("HB"),
  boardName: label("HBName"),
  country: area("Country"),
  zones: listed(),
});

/**
 * Public Health Scotland's codes and names of the data zones of 2011 and of the areas in which they lie.
 *
 * The look-up has no figures: `zones` counts its rows. Names are not unique: 6,976 zones have 6,823. Join by code.
 */
export const phsDataZoneCodesReader = openDataReader({
  name: "phs-data-zone-codes",
  title: "Codes and names of data zones and larger areas",
  forms: [phsDataZoneCodes],
  doubts: areaCodesThatDisagree,
});
