import { check } from "./build-error.ts";
import { codeColumn } from "./common-columns.ts";
import type { Cell, DataTable } from "./data-table.ts";
import { type Hierarchy, ZONES_FILE } from "./hierarchy.ts";
import { localitiesWithoutZonesTable } from "./localities-without-zones.ts";
import { openData, PHS } from "./publishers.ts";
import type { RawFiles } from "./raw-files.ts";
import { text } from "./raw-row.ts";
import { tidyName } from "./slug.ts";

const FILE = "geo/phs_datazone_to_locality_lookup.csv.gz";

/** A locality of a partnership, by the code that the look-up gives it. */
interface Locality {
  readonly code: string;
  /** As this project writes it. */
  readonly name: string;
  /** As the look-up prints it. */
  readonly published: string;
  readonly partnership: string;
  readonly zones: readonly string[];
}

/** The localities of the published look-up, with every correction that was needed. */
export interface Localities {
  readonly byCode: ReadonlyMap<string, Locality>;
  readonly corrections: readonly (readonly Cell[])[];
}

/** Reads the look-up. A locality's partnership is that of its data zones; codes printed beside them are only compared. */
export function readLocalities(raw: RawFiles, hierarchy: Hierarchy): Localities {
  const found = new Map<string, { published: string; partnership: string; zones: string[] }>();
  const corrections = new Map<string, { cells: Cell[]; zones: number }>();
  for (const row of raw.rows(FILE)) {
    const code = text(row, "SubHSCP");
    const published = text(row, "SubHSCPName");
    const zone = hierarchy.zones.get(text(row, "DataZone"));
    check(zone !== undefined, row, () => `${text(row, "DataZone")} is not a data zone of 2011`);
    const { partnership, board } = hierarchy.councils.get(zone.council)!;
    const locality = found.get(code) ?? { published, partnership, zones: [] };
    check(locality.published === published, row, () => `${code} has two names: ${locality.published}, ${published}`);
    check(
      locality.partnership === partnership,
      row,
      () => `${code} ${published} lies in two partnerships: ${locality.partnership}, ${partnership}`,
    );
    locality.zones.push(zone.code);
    found.set(code, locality);
    const correct = (field: string, was: string, is: string, reason: string) => {
      if (was === is) return;
      const key = `${code} ${field} ${was} ${is}`;
      const correction = corrections.get(key) ?? { cells: [code, field, was, is, reason], zones: 0 };
      correction.zones += 1;
      corrections.set(key, correction);
    };
    const why = "The data zones lie in the area of the corrected code (data zone look-up of the same publisher).";
    correct("council", text(row, "CA"), zone.council, why);
    correct("partnership", text(row, "HSCP"), partnership, why);
    correct("board", text(row, "HB"), board, why);
    correct("name", quoted(published), quoted(tidyName(published)), nameReason(published));
  }
  const zones = [...found.values()].flatMap((locality) => locality.zones);
  check(new Set(zones).size === zones.length, { file: FILE }, "a data zone lies in two localities");
  check(zones.length === 5219, { file: FILE }, `must hold 5219 data zones, holds ${zones.length}`);
  const whole = new Map<string, number>();
  for (const { council } of hierarchy.zones.values()) {
    const { partnership } = hierarchy.councils.get(council)!;
    whole.set(partnership, (whole.get(partnership) ?? 0) + 1);
  }
  for (const partnership of new Set([...found.values()].map((locality) => locality.partnership))) {
    const held = [...found.values()].filter((locality) => locality.partnership === partnership);
    const sum = held.reduce((total, locality) => total + locality.zones.length, 0);
    check(
      sum === whole.get(partnership),
      { file: FILE },
      `the localities of ${partnership} hold ${sum} of its ${whole.get(partnership)} data zones`,
    );
  }
  return {
    byCode: new Map(
      [...found].map(([code, locality]) => [code, { code, name: tidyName(locality.published), ...locality }]),
    ),
    corrections: [...corrections.values()].map(({ cells, zones: count }) => {
      const [code, field, was, is, reason] = cells as [Cell, Cell, Cell, Cell, Cell];
      return [code, field, was, is, count, reason];
    }),
  };
}

/** The tables about localities. */
export function localityTables(raw: RawFiles, hierarchy: Hierarchy, localities: Localities): DataTable[] {
  const withZones = new Set([...localities.byCode.values()].map(({ partnership }) => partnership));
  const source = openData(
    "Sub Health and Social Care Partnership Areas",
    "sub-health-and-social-care-partnership-areas",
  );
  const common = {
    publisher: PHS,
    edition: "Sub-partnership look-up on data zones of 2011, about 2021-22 (its date is not stated)",
    class: "published",
  } as const;
  return [
    {
      ...common,
      name: "geography/localities",
      title: "Data zones of localities",
      description:
        "Which locality each data zone lies in, for the 22 partnerships whose localities the look-up has. The partnership follows from the zone's council, not from the codes printed in the look-up.",
      columns: [
        codeColumn("data_zone", "Data zone of 2011."),
        { name: "locality", type: "string", description: "Locality code (SubHSCP).", pattern: "P[A-Z][0-9]{7}" },
      ],
      key: ["data_zone"],
      rows: [...localities.byCode.values()].flatMap(({ code, zones }) => zones.map((zone) => [zone, code])),
      sources: [source],
      rawFiles: [FILE, ZONES_FILE],
      changes:
        "Reduced to zone and locality. Names and higher codes were compared with the data zone look-up; what was wrong is listed in geography/locality-corrections.",
      caveats: [
        "Nine partnerships have no zones in this look-up: Glasgow City, Perth and Kinross, Falkirk, Inverclyde, East Renfrewshire, East Dunbartonshire, North Ayrshire, Orkney Islands, Shetland Islands.",
        "67 intermediate zones straddle localities, so localities cannot be made from intermediate zones.",
        "Some partnerships have since redrawn their localities; Argyll and Bute now plans with four areas, Highland's one-zone change is in the README.",
      ],
    },
    {
      ...common,
      name: "geography/locality-corrections",
      title: "Corrections to the published locality look-up",
      description:
        "Every value of the look-up that was not taken over as printed, with the number of data zones it stood beside.",
      columns: [
        { name: "locality", type: "string", description: "Locality code (SubHSCP).", pattern: "P[A-Z][0-9]{7}" },
        {
          name: "field",
          type: "string",
          description: "What was corrected.",
          values: ["name", "council", "partnership", "board"],
        },
        {
          name: "published",
          type: "string",
          description: "As published; a name stands in quotation marks to show blanks.",
        },
        { name: "corrected", type: "string", description: "As used here." },
        { name: "data_zones", type: "integer", description: "Rows of the look-up that this concerns." },
        { name: "reason", type: "string", description: "Why." },
      ],
      key: ["locality", "field", "published"],
      rows: localities.corrections,
      sources: [source],
      rawFiles: [FILE, ZONES_FILE],
      changes: "Found by comparing the look-up with the data zone look-up, row by row.",
      caveats: [],
    },
    localitiesWithoutZonesTable(raw, hierarchy, withZones),
  ];
}

function quoted(name: string): string {
  return `"${name}"`;
}

function nameReason(published: string): string {
  return [
    published.includes("&") ? "& is written as and." : "",
    published === published.trim() ? "" : "A blank stood at the end.",
  ]
    .filter(Boolean)
    .join(" ");
}
