import type { Area } from "../area.ts";
import { createPlaces } from "../create-places.ts";
import type { Places } from "../places.ts";
import type { Link } from "../places-parts.ts";
import { refuseDate } from "./bodies-at.ts";
import { codesInForce } from "./codes-in-force.ts";

/**
 * The geography with the codes and names of a day: for tables that are to be joined with files of their time.
 *
 * Only codes and names go back; each area holds the data zones that it holds now. A code changed with each change of
 * boundary, so that an area under a former code may differ from it by a little: the issue `extent-of-now` says so. Areas
 * without a code in force on the day are left out (`no-code-in-force`). Codes of now and of other days still find their area.
 *
 * @param places a geography with dated codes
 * @param date   a day, as yyyy-mm-dd
 * @returns new places; the given ones stay as they are
 * @throws PopneedsError `invalid-date` when the day is none
 *
 * @example
 * rollUp(people, placesAt(places, "2017-06-30"), ["board"])
 */
export function placesAt(places: Places, date: string): Places {
  refuseDate("placesAt", date);
  const { inForce, lacking, issues } = codesInForce(places, date);
  const { parts } = places;
  const left = new Set(lacking.map(({ code }) => code));
  const then = new Map(inForce.map(({ area, current }) => [current.code, area]));
  const codeThen = (code: string) => then.get(code)?.code ?? code;
  const areaThen = (area: Area): Area => then.get(area.code) ?? area;
  const recoded = inForce.filter(({ area, current }) => area.code !== current.code);
  return createPlaces({
    ...parts,
    areas: parts.areas.filter(({ code }) => !left.has(code)).map(areaThen),
    links: parts.links.map((link) => linkThen(link, left, codeThen, date)),
    aliases: (parts.aliases ?? []).map(({ code, alias }) => ({ code: codeThen(code), alias })),
    formerCodes: (parts.formerCodes ?? []).map((one) => ({ ...one, current: codeThen(one.current) })),
    namedOnly: (parts.namedOnly ?? []).map(({ within, name }) => ({ within: codeThen(within), name })),
    issues: [
      ...places.issues,
      ...issues,
      ...(recoded.length === 0
        ? []
        : [
            {
              code: "extent-of-now",
              severity: "note",
              message: `${recoded.length} areas have their codes of ${date} and the data zones of now, which may differ by a little: ${recoded
                .slice(0, 3)
                .map(({ area }) => `${area.name} (${area.code})`)
                .join(", ")}${recoded.length > 3 ? ` and ${recoded.length - 3} more` : ""}`,
              fix: "Say so where figures of before and after a change of boundary are compared.",
            } as const,
          ]),
    ],
  });
}

function linkThen(
  { from, lookUp }: Link,
  left: ReadonlySet<string>,
  codeThen: (code: string) => string,
  date: string,
): Link {
  const kept = [...lookUp.parents].filter(([child, parent]) => !left.has(child) && !left.has(parent));
  return {
    from,
    lookUp: {
      ...lookUp,
      parents: new Map(kept.map(([child, parent]) => [codeThen(child), codeThen(parent)])),
      edition: `${lookUp.edition}, codes of ${date}`,
    },
  };
}
