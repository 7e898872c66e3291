import { councilFinder } from "./area-names.ts";
import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { DataTable } from "./data-table.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { text } from "./raw-row.ts";
import { tidyName } from "./slug.ts";

const DICTIONARY = "geo/scotpho_geo_lookup.csv";

/** The two partnerships that serve several councils, and are not called after each of them. */
const OF_SEVERAL: Readonly<Record<string, readonly string[]>> = {
  Lanarkshire: ["North Lanarkshire", "South Lanarkshire"],
  "Mid and East Lothian": ["Midlothian", "East Lothian"],
};

/** Which alcohol and drug partnership each council lies in. */
export function alcoholAndDrugPartnershipTable(raw: RawFiles, hierarchy: Hierarchy): DataTable {
  const councilOf = councilFinder(hierarchy);
  const rows = raw
    .rows(DICTIONARY)
    .filter((row) => text(row, "areatype") === "Alcohol & drug partnership")
    .flatMap((row) => {
      const name = tidyName(text(row, "areaname"));
      return (OF_SEVERAL[name] ?? [name]).map((council) => {
        const code = councilOf(council);
        check(code !== undefined, row, () => `"${council}" is not the name of a council`);
        return [code, text(row, "code"), name];
      });
    });
  const councils = new Set(rows.map(([council]) => council));
  const partnerships = new Set(rows.map(([, code]) => code));
  check(
    rows.length === 32 && councils.size === 32 && partnerships.size === 30,
    { file: DICTIONARY },
    `30 partnerships must hold each of 32 councils once; ${partnerships.size} hold ${councils.size}`,
  );
  return {
    name: "geography/alcohol-and-drug-partnerships",
    title: "Councils of alcohol and drug partnerships",
    description: "The alcohol and drug partnership that each council area lies in: 30 partnerships of 32 councils.",
    columns: [
      codeColumn("council", "Council."),
      {
        name: "alcohol_and_drug_partnership",
        type: "string",
        description: "Alcohol and drug partnership.",
        pattern: "S11[0-9]{6}",
      },
      { name: "name", type: "string", description: "Name of the partnership as ScotPHO prints it, with and for &." },
    ],
    key: ["council"],
    rows,
    publisher: PHS,
    edition: "ScotPHO profiles tool, area dictionary (date not stated)",
    class: "published",
    sources: [{ title: "ScotPHO profiles tool: area dictionary", organisation: PHS }],
    rawFiles: [DICTIONARY],
    changes:
      "Codes as printed; councils matched by name. Two partnerships serve two councils each: Lanarkshire, and Mid and East Lothian.",
    caveats: [
      "The dictionary names no councils: that the partnerships called after one council hold that council, and only that, follows from their names.",
      "They are not integration authorities: Clackmannanshire and Stirling have one of these and two of those, the Lothians the other way round.",
    ],
  };
}
