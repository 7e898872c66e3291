import { category } from "../../field.ts";
import { csvList } from "../../published/csv-list.ts";
import type { Reader } from "../../published/reader.ts";

/**
 * NHS Highland's look-up of its community partnerships, the localities of Highland and of Argyll and Bute: a row for each data
 * zone.
 */
export const communityPartnershipsReader: Reader = csvList({
  name: "look-up-community-partnerships",
  title: "Community partnerships of NHS Highland",
  publisher: "NHS Highland",
  licence: "Open Government Licence v3.0",
  keys: {
    dataZone: category("DataZone"),
    intermediateZone: category("IntZone"),
    localityName: category("CP_Name"),
    councilName: category("CAName"),
  },
  once: "DataZone",
});
