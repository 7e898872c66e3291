import { type Issue, PopneedsError } from "@popneeds/core";
import type { Area } from "../area.ts";
import type { Places } from "../places.ts";
import { codesInForce } from "./codes-in-force.ts";

/** A public body on a day: an area under the code of the day, or several areas that one body is in charge of. */
export interface Body {
  readonly name: string;
  /** The areas, with the codes and names of the day. */
  readonly areas: readonly Area[];
  /** The areas under their codes of now, in the same order. */
  readonly current: readonly Area[];
  /** First day of it, as yyyy-mm-dd; `null` where not known. */
  readonly enacted: string | null;
  /** Last day of it; `null` while it is in force. */
  readonly archived: string | null;
}

/** Areas of several levels that one body is in charge of, declared by the analyst. */
export interface SingleAuthority {
  readonly name: string;
  /** Current codes of the areas, which must all be the same place: a council, a partnership and a board. */
  readonly areas: readonly string[];
  /** First day of it, as yyyy-mm-dd. */
  readonly from: string;
}

export interface BodiesAtOptions {
  /** Which levels; default all that have a history: councils, partnerships and boards. */
  readonly levels?: readonly string[];
  /** Single authorities: from its day on, each stands in the place of the bodies of its areas. Default none. */
  readonly singleAuthorities?: readonly SingleAuthority[];
}

/** The bodies of a day, and what is not known of them. */
export interface Bodies {
  readonly bodies: readonly Body[];
  readonly issues: readonly Issue[];
}

/**
 * Which councils, partnerships and boards there were on a day, with the codes of that day.
 *
 * An area that has no code in force on the day either was not there yet, as partnerships before 2015, or has an older code
 * whose dates are not known: an issue, `no-code-in-force`, names it.
 *
 * No single authority is known to the data: one that is to be, or is assumed for an option appraisal, is declared. It is two
 * or three levels and one body: the areas stay what they are, each with its code, and figures are still read by level.
 *
 * @param places a geography with dated codes
 * @param date   a day, as yyyy-mm-dd
 * @throws PopneedsError `invalid-date` when the day, or that of an authority, is none
 * @throws PopneedsError `unknown-level`; `unknown-area` when an authority names a code that is not there
 * @throws PopneedsError `not-one-place` when areas of an authority are not the same place
 *
 * @example
 * bodiesAt(places, "2018-06-30", { levels: ["board"] }).bodies.map(({ name, areas }) => [name, areas[0].code])
 */
export function bodiesAt(
  places: Places,
  date: string,
  { levels, singleAuthorities = [] }: BodiesAtOptions = {},
): Bodies {
  refuseDate("bodiesAt", date);
  const { inForce, issues } = codesInForce(places, date, levels);
  const bodies = inForce.map(
    ({ area, current, enacted, archived }): Body =>
      Object.freeze({ name: area.name, areas: [area], current: [current], enacted, archived }),
  );
  const single = singleAuthorities.map((authority) => checked(places, authority)).filter(({ from }) => from <= date);
  const joined = new Map(single.flatMap((authority) => authority.areas.map((code) => [code, authority] as const)));
  const left = bodies.filter(({ current }) => !joined.has(current[0]!.code));
  const authorities = single.map(({ name, areas, from }): Body => {
    const own = bodies.filter(({ current }) => areas.includes(current[0]!.code));
    return Object.freeze({
      name,
      areas: own.flatMap((body) => body.areas),
      current: own.flatMap((body) => body.current),
      enacted: from,
      archived: null,
    });
  });
  return { bodies: [...authorities.filter((body) => body.areas.length > 0), ...left], issues };
}

/** Refuses a text that is no day of the calendar. */
export function refuseDate(verb: string, date: string): void {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  if (time && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date)) return;
  throw new PopneedsError({
    code: "invalid-date",
    message: `${verb}: a date must be a day written as yyyy-mm-dd; got "${date}"`,
    fix: 'Write it as "2019-04-01".',
  });
}

function checked(places: Places, authority: SingleAuthority): SingleAuthority {
  refuseDate("bodiesAt", authority.from);
  const [first, ...others] = authority.areas.map((code) => places.area(code));
  const apart = others.filter(({ code }) => !places.coterminous(first!.code, code));
  if (first === undefined || apart.length > 0)
    throw new PopneedsError({
      code: "not-one-place",
      message: `bodiesAt: the areas of ${authority.name} must be one place; ${
        first === undefined
          ? "there are none"
          : `${apart.map(({ name, level }) => `${name} (${level})`).join(", ")} is not that of ${first.name} (${first.level})`
      }`,
      fix: "Name areas that hold the same data zones, one of each level.",
    });
  return authority;
}
