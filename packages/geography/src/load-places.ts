import { fromInputs, fromSource, PopneedsError } from "@popneeds/core";
import type { DataFolder, Records } from "@popneeds/ingest";
import { addressPart } from "./address-part.ts";
import { createPlaces } from "./create-places.ts";
import { lookUpFromRecords } from "./look-up-from-records.ts";
import type { Places } from "./places.ts";
import type { FormerCode } from "./places-parts.ts";

const ADP = "alcohol-and-drug-partnership";
const ADP_COLUMN = "alcohol_and_drug_partnership";

/**
 * What else levels are called. A community planning partnership is a partnership of its council's area, so that it is that
 * level and no other: 32 of each, of the same extent.
 */
const levelNames: Readonly<Record<string, string>> = Object.freeze({
  "community-planning-partnership": "council",
  "council-area": "council",
  "integration-authority": "partnership",
  "health-and-social-care-partnership": "partnership",
  "health-board": "board",
});

export interface LoadPlacesOptions {
  /** Which edition of the regions; the editions differ in which boards a region holds. */
  readonly regions?: string;
}

/**
 * Reads the geography that comes with the data: areas, names, aliases, codes of their day, and which area lies in which.
 *
 * Levels have other names too: a `community-planning-partnership` or `council-area` is a `council`, an
 * `integration-authority` a `partnership`, a `health-board` a `board`. Alcohol and drug partnerships bear the names of
 * councils and boards, so they are found by a bare name only where their level is asked for.
 *
 * @param data    a data folder with the tables `geography-…`
 * @param options `regions`: the edition of the regions, as the text before the colon of their codes says after `region-`;
 * default `later`
 * @returns places whose look-ups carry the edition and the source of every file that they rest on
 * @throws PopneedsError `unknown-edition` when there are no regions of the edition
 * @throws PopneedsError `unknown-area`, `duplicate-area`, `duplicate-key` when the files contradict one another
 *
 * @example
 * const places = await loadPlaces(await openData("datasets"));
 * places.find("Dumfries & Galloway").code // "S37000006"
 */
export async function loadPlaces(data: DataFolder, { regions = "later" }: LoadPlacesOptions = {}): Promise<Places> {
  const [zones, areas, aliases, history, earlier, councils, addiction, boards, countries, localities, named] =
    await Promise.all([
      data.records("geography-data-zones", ["data_zone", "name", "intermediate_zone", "council"]),
      data.records("geography-areas", ["code", "level", "name", "slug"]),
      data.records("geography-aliases", ["code", "alias"]),
      data.records("geography-area-history", ["code", "name", "enacted", "archived", "current_code"]),
      data.records("geography-earlier-codes", ["code", "name", "current_code", "same_extent"]),
      data.records("geography-councils", ["council", "partnership", "board"]),
      data.records("geography-alcohol-and-drug-partnerships", ["council", ADP_COLUMN, "name"]),
      data.records("geography-regions", ["board", "region"]),
      data.records("geography-countries", ["board", "country"]),
      data.records("geography-localities", ["data_zone", "locality"]),
      data.records("geography-localities-without-zones", ["partnership", "name"]),
    ]);
  const ofEdition = (code: string) => code.startsWith(`region-${regions}:`);
  const chosen = { ...boards, rows: boards.rows.filter((row) => ofEdition(row["region"]!)) };
  if (chosen.rows.length === 0) throw unknownEdition(regions, boards);
  const link = (from: string, records: Records, child: string, level: string, parent = level, edition?: string) => ({
    from,
    lookUp: lookUpFromRecords(records, { child, parent, level, ...(edition ? { edition } : {}) }),
  });
  const drugPartnerships = [...new Map(addiction.rows.map((row) => [row[ADP_COLUMN]!, row["name"]!]))];
  return createPlaces({
    levels: ["data-zone", "intermediate-zone", "locality", "council", ADP, "partnership", "board", "region", "country"],
    levelNames,
    meant: "partnership",
    onlyWhenAsked: [ADP],
    comparators: ["partnership", "board", "region", "country"],
    areas: [
      ...zones.rows.map((row) => ({
        code: row["data_zone"]!,
        level: "data-zone",
        name: row["name"]!,
        address: row["data_zone"]!,
      })),
      ...areas.rows
        .filter((row) => row["level"] !== "region" || ofEdition(row["code"]!))
        .map((row) => ({ code: row["code"]!, level: row["level"]!, name: row["name"]!, address: row["slug"]! })),
      ...drugPartnerships.map(([code, name]) => ({
        code,
        level: ADP,
        name: `${name} Alcohol and Drug Partnership`,
        address: `${addressPart(name)}-alcohol-and-drug-partnership`,
      })),
    ],
    aliases: [
      ...aliases.rows.map((row) => ({ code: row["code"]!, alias: row["alias"]! })),
      ...drugPartnerships.flatMap(([code, name]) => [
        { code, alias: name },
        { code, alias: `${name} ADP` },
      ]),
    ],
    formerCodes: [...datedCodes(history), ...undatedCodes(earlier)],
    naming: {
      ...fromInputs([areas, aliases, history, earlier, addiction].map(({ source }) => fromSource(source))),
      evidence: "observed",
    },
    namedOnly: named.rows.map((row) => ({ within: row["partnership"]!, name: row["name"]! })),
    links: [
      link("data-zone", zones, "data_zone", "intermediate-zone", "intermediate_zone"),
      link("data-zone", zones, "data_zone", "council"),
      link("data-zone", localities, "data_zone", "locality"),
      link("council", councils, "council", "partnership"),
      link("council", addiction, "council", ADP, ADP_COLUMN),
      link("council", councils, "council", "board"),
      link("board", chosen, "board", "region", "region", `regions, edition "${regions}"`),
      link("board", countries, "board", "country"),
    ],
  });
}

function datedCodes({ rows }: Records): FormerCode[] {
  return rows.map((row) => ({
    code: row["code"]!,
    current: row["current_code"]!,
    name: row["name"]!,
    enacted: row["enacted"] || null,
    archived: row["archived"] || null,
  }));
}

function undatedCodes({ rows }: Records): FormerCode[] {
  return rows.map((row) => ({
    code: row["code"]!,
    current: row["current_code"]!,
    name: row["name"]!,
    enacted: null,
    archived: null,
    extent: row["same_extent"] === "nearly" ? "nearly the same" : "unknown",
  }));
}

function unknownEdition(wanted: string, { rows, source }: Records): PopneedsError {
  const editions = new Set(rows.map((row) => row["region"]!.replace(/^region-/, "").replace(/:.*$/, "")));
  return new PopneedsError({
    code: "unknown-edition",
    message: `loadPlaces: unknown edition of regions "${wanted}"; ${source.file} has ${[...editions].join(", ")}`,
    fix: "Name one of these editions.",
  });
}
