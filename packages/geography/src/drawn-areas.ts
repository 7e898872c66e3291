import { PopneedsError } from "@popneeds/core";
import { addressPart } from "./address-part.ts";
import type { Places } from "./places.ts";

/** An area of the analyst's own: its base areas, each once, in the order of the file. */
export interface DrawnArea {
  readonly code: string;
  readonly name: string;
  readonly zones: readonly string[];
  /** Base areas that were listed more than once. */
  readonly twice: readonly string[];
}

/**
 * Reads the areas that rows with `data_zone`, `area` and `name` draw.
 *
 * @throws PopneedsError `unknown-data-zone`, `no-data-zones`, `duplicate-area` as `withCustomAreas` says
 */
export function drawnAreas(
  places: Places,
  rows: readonly Readonly<Record<string, string>>[],
  file: string,
): readonly DrawnArea[] {
  const known = new Map(places.parts.areas.map(({ code, level }) => [code, level]));
  const named = rows
    .map((row) => ({
      zone: (row["data_zone"] ?? "").trim(),
      area: (row["area"] ?? "").trim(),
      name: (row["name"] ?? "").trim(),
    }))
    .filter(({ area }) => area !== "");
  if (named.length === 0)
    throw new PopneedsError({
      code: "no-data-zones",
      message: `${file}: an area needs at least one ${places.levels[0]!}; no row names an area`,
      fix: "Give rows with the columns data_zone and area.",
    });
  const astray = named.filter(({ zone }) => !known.has(zone)).map(({ zone, area }) => `"${zone}"  ${area}`);
  if (astray.length > 0)
    throw new PopneedsError({
      code: "unknown-data-zone",
      message: `${file}: every data_zone must be a ${places.levels[0]!} of the geography, or the code of a larger area; ${astray.length} of ${named.length} are not:`,
      where: astray,
      fix: "Correct the codes; those of another edition must be converted first.",
    });
  const found = new Map<string, { text: string; name: string; zones: Set<string>; twice: Set<string> }>();
  for (const { zone, area, name } of named) {
    const code = /^[A-Za-z0-9][\w.-]*$/.test(area) ? area : addressPart(area) || "area";
    const own = found.get(code) ?? { text: area, name: name || area, zones: new Set(), twice: new Set() };
    if (own.text !== area || (name !== "" && name !== own.name)) throw twoOf(file, code, own, { text: area, name });
    found.set(code, own);
    for (const one of places.baseAreas(zone)) (own.zones.has(one) ? own.twice : own.zones).add(one);
  }
  const taken = [...found.keys()].filter((code) => known.has(code));
  if (taken.length > 0)
    throw new PopneedsError({
      code: "duplicate-area",
      message: `${file}: an area needs a code that none has yet; ${taken.length} of ${found.size} stand for others already:`,
      where: taken.map((code) => `${code}  ${places.area(code).name}`),
      fix: "Choose codes of your own.",
    });
  return [...found].map(([code, { name, zones, twice }]) => ({
    code,
    name,
    zones: [...zones],
    twice: [...twice],
  }));
}

interface Written {
  readonly text: string;
  readonly name: string;
}

function twoOf(file: string, code: string, first: Written, second: Written): PopneedsError {
  const written = ({ text, name }: Written) => (name === "" || name === text ? text : `${text}  ${name}`);
  return new PopneedsError({
    code: "duplicate-area",
    message: `${file}: a code stands for one area, with one name; ${code} stands for two:`,
    where: [written(first), written(second)],
    fix: "Write code and name the same in every row of an area.",
  });
}
