import { category, label } from "../../field.ts";
import { csvList } from "../../published/csv-list.ts";
import type { Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";

/**
 * A look-up put together from Public Health Scotland's codes and localities and ScotPHO's codes of localities: the areas that
 * each data zone of 2011 is in.
 *
 * Names are no keys: data zones and intermediate zones of different councils have the same name. Where no locality is given, it
 * is blank.
 */
export const dataZoneAreasReader: Reader = csvList({
  name: "look-up-data-zone-areas",
  title: "Areas of data zones of 2011, with localities of both publishers",
  publisher: "Derived from Public Health Scotland and ScotPHO",
  licence: "Open Government Licence v3.0",
  keys: {
    dataZone: category("DataZone"),
    dataZoneName: label("DataZoneName"),
    intermediateZone: category("IntZone"),
    intermediateZoneName: label("IntZoneName"),
    locality: label("SubHSCP"),
    localityName: label("SubHSCPName"),
    localityOfScotpho: label("ScotPHOLocality"),
    partnership: category("HSCP"),
    partnershipName: label("HSCPName"),
    council: category("CA"),
    councilName: label("CAName"),
    board: category("HB"),
    boardName: label("HBName"),
    country: category("Country"),
    countryName: label("CountryName"),
  },
  once: "DataZone",
  doubts({ file, header, rows, lines }) {
    const at = header.indexOf("SubHSCP");
    return saidOnce(
      {
        code: "no-locality",
        severity: "note",
        file,
        column: "SubHSCP",
        fix: "Give their localities by a look-up of your own, where they are needed.",
      },
      rows.flatMap((row, i) => (row[at]!.trim() === "" ? [lines[i]!] : [])),
      (count) => `no locality is given for the data zone in ${count}`,
    );
  },
});
