import type { Places } from "@popneeds/geography";
import { levelsOf } from "./totals/totals-across.ts";

/** Codes of a column that their areas no longer have. */
export interface FormerCodes {
  /** Levels whose codes are of several editions: they were never in force together. */
  readonly mixed: readonly string[];
  /** Levels with codes that have changed since, all in force together on some day. */
  readonly former: readonly string[];
}

/** The time a code was in force, as days yyyy-mm-dd; what is not known is without bounds. */
interface InForce {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Which codes have changed since, level by level, and whether all codes of the level were in force on one day. A former code beside the code
 * that its area has now is of another edition whatever is known of their days.
 */
export function formerCodesOf(codes: readonly string[], places: Places): FormerCodes {
  const levels = levelsOf(places);
  const history = places.parts.formerCodes ?? [];
  const current = new Map<string, string>();
  const days = new Map<string, InForce>();
  for (const { code, current: now, enacted, archived } of history) {
    if (code !== now) current.set(code, now);
    const before = days.get(code);
    const [from, to] = [enacted ?? "0000-01-01", archived ?? "9999-12-31"];
    days.set(code, {
      code,
      from: before && before.from < from ? before.from : from,
      to: before && before.to > to ? before.to : to,
    });
  }
  const byLevel = new Map<string, string[]>();
  for (const code of codes) {
    const level = levels.get(code) ?? levels.get(current.get(code) ?? "");
    if (level !== undefined) byLevel.set(level, [...(byLevel.get(level) ?? []), code]);
  }
  const mixed: string[] = [];
  const former: string[] = [];
  for (const [level, of] of byLevel) {
    const old = of.filter((code) => !levels.has(code));
    if (old.length === 0) continue;
    const twice = old.filter((code) => of.includes(current.get(code)!));
    const inForce = of.flatMap((code) => days.get(code) ?? []);
    const last = inForce.reduce((a, b) => (b.from > a.from ? b : a), inForce[0]!);
    const first = inForce.reduce((a, b) => (b.to < a.to ? b : a), inForce[0]!);
    if (twice.length > 0)
      mixed.push(
        `${level}: ${some(twice.map((code) => `${code} stands beside ${current.get(code)}, which the area has now`))}`,
      );
    else if (last.from > first.to)
      mixed.push(
        `${level}: on no day were all codes in force: ${first.code} until ${first.to}, ${last.code} from ${last.from}`,
      );
    else
      former.push(
        `${level}: ${some(old.map((code) => `${code} is now ${current.get(code)}`))}${between(last.from, first.to)}`,
      );
  }
  return { mixed, former };
}

function some(texts: readonly string[]): string {
  return texts.length <= 3 ? texts.join("; ") : `${texts.slice(0, 3).join("; ")} and ${texts.length - 3} more`;
}

/** When all codes were in force, where that is known. */
function between(from: string, to: string): string {
  if (from === "0000-01-01" || to === "9999-12-31") return "";
  return `; the codes as they were from ${from} to ${to}`;
}
