import { area, label, listed } from "../../field.ts";
import { schema } from "../../schema.ts";
import { openDataReader } from "./open-data-reader.ts";

/** Names of area codes of every kind, of today and of the past. */
export const phsAreaNames = schema({
  area: area("geo_code"),
  areaName: label("area_name"),
  codes: listed(),
});

/** The area look-up of Public Health Scotland's package phsmethods: a name for each code; several codes have the same name. */
export const phsAreaNamesReader = openDataReader({
  name: "phs-area-names",
  title: "Names of area codes, current and archived",
  forms: [phsAreaNames],
});
