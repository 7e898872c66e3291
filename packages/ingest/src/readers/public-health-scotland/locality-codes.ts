import { area, label, listed } from "../../field.ts";
import { schema } from "../../schema.ts";
import { areaCodesThatDisagree } from "./area-codes-that-disagree.ts";
import { blanksAroundText } from "./blanks-around-text.ts";
import { openDataReader } from "./open-data-reader.ts";

/** The locality of a partnership in which each data zone lies: a row for each zone. */
export const phsLocalityCodes = schema({
  area: area("DataZone"),
  locality: area("SubHSCP"),
  localityName: label("SubHSCPName"),
  council: area("CA"),
  partnership: area("HSCP"),
  board: area("HB"),
  country: area("Country"),
  zones: listed(),
});

/**
 * Public Health Scotland's look-up of data zones to localities.
 *
 * Published editions hold wrong codes of councils and partnerships, and lack partnerships. Codes of another kind of area,
 * and a council that is placed in two partnerships, are warnings; that a partnership is not there cannot be seen from the file.
 * Take council and partnership from `phs-data-zone-codes`, by zone.
 */
export const phsLocalityCodesReader = openDataReader({
  name: "phs-locality-codes",
  title: "Data zones to localities",
  forms: [phsLocalityCodes],
  doubts: (cells) => [...areaCodesThatDisagree(cells), ...blanksAroundText(cells)],
});
