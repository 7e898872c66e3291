import { fromInputs, type Issue, type LookUp, PopneedsError } from "@popneeds/core";
import type { Area } from "./area.ts";
import type { Places } from "./places.ts";

/** An area of an analyst's own making: a look-up from base areas to it, to be given to `rollUp` beside the levels. */
export interface CustomArea extends LookUp {
  readonly area: Area;
  readonly issues: readonly Issue[];
}

export interface CustomAreaParts {
  /** A code that no area has yet. */
  readonly code: string;
  readonly name: string;
  /** Codes of the base areas in it, one or more. */
  readonly dataZones: readonly string[];
}

/**
 * An area made of a list of data zones.
 *
 * @returns a look-up of level `custom`; a zone that is listed twice is counted once, and an issue says so
 * @throws PopneedsError `unknown-data-zone` when a code is none of the base areas
 * @throws PopneedsError `no-data-zones` when the list is empty
 * @throws PopneedsError `duplicate-area` when the code stands for another area already
 *
 * @example
 * rollUp(people, places, ["partnership", customArea(places, { code: "mine", name: "My area", dataZones })])
 */
export function customArea(places: Places, { code, name, dataZones }: CustomAreaParts): CustomArea {
  const base = places.levels[0]!;
  const known = new Set(places.areasAt(base).map((area) => area.code));
  const wanted = dataZones.map((zone) => zone.trim());
  const distinct = [...new Set(wanted)];
  const astray = distinct.filter((zone) => !known.has(zone));
  if (astray.length > 0)
    throw new PopneedsError({
      code: "unknown-data-zone",
      message: `customArea: every code must be a ${base}; ${astray.length} of ${distinct.length} are not:`,
      where: astray,
      fix: "Correct the codes; those of another edition must be converted first.",
    });
  if (distinct.length === 0)
    throw new PopneedsError({
      code: "no-data-zones",
      message: `customArea: ${name} needs at least one ${base}; the list is empty`,
      fix: "List the codes that make up the area.",
    });
  if (places.parts.areas.some((area) => area.code === code))
    throw new PopneedsError({
      code: "duplicate-area",
      message: `customArea: ${code} stands for another area already: ${places.area(code).name}`,
      fix: "Choose a code of your own.",
    });
  return Object.freeze({
    level: "custom",
    parents: new Map(distinct.map((zone) => [zone, code])),
    edition: `${name}: a list of ${distinct.length} ${base} codes given by the analyst`,
    provenance: fromInputs([]),
    area: Object.freeze({ code, level: "custom", name, address: code }),
    issues: Object.freeze(duplicates(wanted, name)),
  });
}

function duplicates(zones: readonly string[], name: string): Issue[] {
  const again = [...new Set(zones.filter((zone, i) => zones.indexOf(zone) !== i))];
  if (again.length === 0) return [];
  const some = again.slice(0, 3).join(", ") + (again.length > 3 ? " …" : "");
  return [
    {
      code: "duplicate-data-zone",
      severity: "warning",
      message: `${name}: ${again.length} codes are listed more than once and are counted once: ${some}`,
      fix: "List each code once, and look whether another was meant.",
    },
  ];
}
