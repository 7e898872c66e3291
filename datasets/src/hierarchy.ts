import { check } from "./build-error.ts";
import type { RawFiles } from "./raw-files.ts";
import { text } from "./raw-row.ts";

/** The look-up of data zones that the hierarchy is read from. */
export const ZONES_FILE = "geo/phs_dz2011_codes_and_labels.csv.gz";

/** Scotland's code. */
export const SCOTLAND = "S92000003";

/** A data zone of 2011 with the areas that hold it. */
interface Zone {
  readonly code: string;
  readonly name: string;
  readonly intermediateZone: string;
  readonly council: string;
}

/** The areas above data zones and how they nest; names by code. */
export interface Hierarchy {
  readonly zones: ReadonlyMap<string, Zone>;
  readonly intermediateZones: ReadonlyMap<string, { readonly name: string; readonly council: string }>;
  readonly councils: ReadonlyMap<
    string,
    { readonly name: string; readonly partnership: string; readonly board: string }
  >;
  readonly partnerships: ReadonlyMap<string, string>;
  readonly boards: ReadonlyMap<string, string>;
}

/** Reads the hierarchy and checks that it nests: one council to an intermediate zone, one partnership to a council. */
export function readHierarchy(raw: RawFiles): Hierarchy {
  const zones = new Map<string, Zone>();
  const intermediateZones = new Map<string, { name: string; council: string }>();
  const councils = new Map<string, { name: string; partnership: string; board: string }>();
  const partnerships = new Map<string, string>();
  const boards = new Map<string, string>();
  for (const row of raw.rows(ZONES_FILE)) {
    const at = (column: string) => text(row, column);
    const once = <T extends object | string>(map: Map<string, T>, code: string, value: T) => {
      const before = map.get(code);
      check(
        before === undefined || JSON.stringify(before) === JSON.stringify(value),
        row,
        () => `${code} is ${JSON.stringify(before)} and ${JSON.stringify(value)}`,
      );
      map.set(code, value);
    };
    check(!zones.has(at("DataZone")), row, () => `data zone ${at("DataZone")} comes twice`);
    check(at("Country") === SCOTLAND, row, () => `country ${at("Country")} is not ${SCOTLAND}`);
    zones.set(at("DataZone"), {
      code: at("DataZone"),
      name: at("DataZoneName"),
      intermediateZone: at("IntZone"),
      council: at("CA"),
    });
    once(intermediateZones, at("IntZone"), { name: at("IntZoneName"), council: at("CA") });
    once(councils, at("CA"), { name: at("CAName"), partnership: at("HSCP"), board: at("HB") });
    once(partnerships, at("HSCP"), at("HSCPName"));
    once(boards, at("HB"), at("HBName"));
  }
  for (const [what, found, expected] of [
    ["data zones", zones.size, 6976],
    ["intermediate zones", intermediateZones.size, 1279],
    ["councils", councils.size, 32],
    ["partnerships", partnerships.size, 31],
    ["boards", boards.size, 14],
  ] as const)
    check(found === expected, { file: ZONES_FILE }, `must hold ${expected} ${what}, holds ${found}`);
  return { zones, intermediateZones, councils, partnerships, boards };
}

/** Stops the build unless exactly the 6,976 data zones are present. */
export function checkZones(hierarchy: Hierarchy, found: Iterable<string>, file: string): void {
  const codes = new Set(found);
  for (const code of codes) check(hierarchy.zones.has(code), { file }, `${code} is not a data zone of 2011`);
  check(codes.size === hierarchy.zones.size, { file }, () => {
    const missing = [...hierarchy.zones.keys()].filter((code) => !codes.has(code));
    return `must hold ${hierarchy.zones.size} data zones, holds ${codes.size}; missing ${missing.slice(0, 3).join(", ")}`;
  });
}
