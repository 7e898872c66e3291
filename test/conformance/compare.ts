import type { Tolerance, Value } from "./case.ts";

/** One place where what was found is not what was expected. */
export interface Mismatch {
  readonly at: string;
  readonly expected: Value;
  readonly found: unknown;
}

/** The mismatches between found and expected, how many values were compared, and the largest relative error of numbers. */
export interface Comparison {
  readonly mismatches: readonly Mismatch[];
  readonly compared: number;
  readonly worst: number;
}

/**
 * Compares what was found with what a case expects, field by field and row by row.
 *
 * A number passes if it is within `rel` of the expected one or within `abs`; `<field>_abs` replaces both for that field.
 * A missing number (null) is met by null or NaN, "NaN" by NaN only. Fields in the reference's own words (`statistic`,
 * `method`, `warnings`, `reason`) are compared only on whether a value is withheld and on the class of method. Fields
 * that the case does not mention are not compared.
 */
export function compare(found: unknown, expected: Value, tolerance: Tolerance = {}): Comparison {
  const mismatches: Mismatch[] = [];
  let compared = 0;
  let worst = 0;
  walk(found, expected, "", "");
  return { mismatches, compared, worst };

  function walk(ours: unknown, theirs: Value, at: string, field: string): void {
    if (Array.isArray(theirs)) {
      if (!isColumn(ours) || ours.length !== theirs.length) mismatches.push({ at, expected: theirs, found: ours });
      else for (const [i, item] of theirs.entries()) walk(ours[i], item, `${at}[${i}]`, field);
    } else if (typeof theirs === "object" && theirs !== null) {
      for (const [name, value] of Object.entries(theirs)) {
        const inner = typeof ours === "object" && ours !== null ? (ours as Record<string, unknown>)[name] : undefined;
        walk(inner, value, at === "" ? name : `${at}.${name}`, name);
      }
    } else if (!agrees(ours, theirs, field)) {
      mismatches.push({ at, expected: theirs, found: ours });
    }
  }

  function agrees(ours: unknown, theirs: null | boolean | number | string, field: string): boolean {
    compared++;
    if (inOwnWords.has(field)) return ours !== undefined && meaning(ours) === meaning(theirs);
    if (theirs === null) return ours === null || Number.isNaN(ours);
    const wanted = typeof theirs === "string" ? (numbers.get(theirs) ?? theirs) : theirs;
    if (typeof wanted !== "number" || typeof ours !== "number") return ours === wanted;
    if (Object.is(ours, wanted) || ours === wanted) return true;
    const error = Math.abs(ours - wanted);
    if (Number.isFinite(error) && wanted !== 0) worst = Math.max(worst, error / Math.abs(wanted));
    const own = tolerance[`${field}_abs`];
    if (own !== undefined) return error <= own;
    return error <= (tolerance.abs ?? 0) || error <= (tolerance.rel ?? 0) * Math.abs(wanted);
  }
}

const numbers = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
]);

const inOwnWords = new Set(["statistic", "method", "warnings", "reason"]);
const withheld = /\bNA\b|not applicable|cannot|withheld|suppress/i;
const methods = /byar|exact|wilson|dobson|non-independent/gi;

/** What a text says that matters here: whether something is withheld, and by which class of method it was computed. */
function meaning(text: unknown): string {
  if (typeof text !== "string") return String(text ?? null);
  const named = (text.match(methods) ?? []).map((name) => name.toLowerCase()).sort();
  return [withheld.test(text) ? "withheld" : "given", ...new Set(named)].join(" ");
}

function isColumn(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}
