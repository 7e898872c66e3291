import type { Issue } from "@popneeds/core";
import type { Area } from "../area.ts";
import type { Places } from "../places.ts";
import type { FormerCode } from "../places-parts.ts";

/** An area under its code of a day. */
export interface CodeInForce {
  readonly area: Area;
  readonly current: Area;
  readonly enacted: string | null;
  readonly archived: string | null;
}

/** The codes in force on a day at levels that have a history, and areas that have none on it. */
export function codesInForce(
  places: Places,
  date: string,
  levels?: readonly string[],
): { readonly inForce: readonly CodeInForce[]; readonly lacking: readonly Area[]; readonly issues: readonly Issue[] } {
  const history = new Map<string, FormerCode[]>();
  for (const one of places.parts.formerCodes ?? [])
    if (one.enacted) history.set(one.current, [...(history.get(one.current) ?? []), one]);
  const dated = (level: string) => places.areasAt(level).some(({ code }) => history.has(code));
  const wanted = (levels ?? places.levels.filter(dated)).map((level) => places.level(level));
  const inForce: CodeInForce[] = [];
  const lacking: Area[] = [];
  for (const current of wanted.flatMap((level) => places.areasAt(level))) {
    const own = (history.get(current.code) ?? []).filter(
      ({ enacted, archived }) => enacted! <= date && (!archived || date <= archived),
    );
    if (own.length === 0) lacking.push(current);
    for (const { code, name = current.name, enacted = null, archived = null } of own)
      inForce.push(Object.freeze({ area: Object.freeze({ ...current, code, name }), current, enacted, archived }));
  }
  return { inForce, lacking, issues: issuesOf(lacking, inForce.length + lacking.length, date) };
}

function issuesOf(lacking: readonly Area[], all: number, date: string): Issue[] {
  if (lacking.length === 0) return [];
  const named = lacking.slice(0, 3).map(({ name, level }) => `${name} (${level})`);
  const more = lacking.length > 3 ? ` and ${lacking.length - 3} more` : "";
  return [
    {
      code: "no-code-in-force",
      severity: "warning",
      message: `${lacking.length} of ${all} areas have no code that is known to have been in force on ${date}: they were not there yet, or their older codes have no dates: ${named.join(", ")}${more}`,
      fix: "Look up the code of the day at the publisher, if the area was there.",
      found: lacking.map(({ code }) => code).join(", "),
    },
  ];
}
