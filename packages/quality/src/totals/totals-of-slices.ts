import { type Age, addsUp } from "@popneeds/core";
import type { PublishedTable } from "@popneeds/ingest";
import { compareSums } from "./compare-sums.ts";
import { overlap } from "./tilings.ts";
import type { TotalCheck } from "./total-check.ts";

/**
 * The totals that a published file holds in tables of their own, each set against the table of its parts.
 *
 * One table is the total of another over a key when it has the same measure and the same keys but for this one. An area that is a total has
 * a code; it is compared where it is the only one.
 */
export function totalsOfSlices(tables: readonly PublishedTable[]): readonly TotalCheck[] {
  return tables.flatMap((whole) =>
    tables.flatMap((parts) => {
      const over = totalOver(parts, whole);
      return over === null ? [] : comparisons(parts, whole, over);
    }),
  );
}

/** The one key over which one table is the total of another; `null` where it is not. */
function totalOver(parts: PublishedTable, whole: PublishedTable): string | null {
  if (parts === whole) return null;
  const more = Object.keys(parts.table.keys).filter((key) => !Object.hasOwn(whole.table.keys, key));
  const fewer = Object.keys(whole.table.keys).filter((key) => !Object.hasOwn(parts.table.keys, key));
  const totalled = whole.totalOf.filter((key) => !parts.totalOf.includes(key));
  const lost = parts.totalOf.filter((key) => !whole.totalOf.includes(key));
  if (fewer.length > 0 || lost.length > 0 || totalled.length > 1) return null;
  if (more.length === 0 && totalled.length === 1 && parts.part === whole.part) {
    const [key] = totalled;
    return key !== undefined && whole.table.keys[key]?.values.length === 1 ? key : null;
  }
  if (more.length !== 1) return null;
  if (totalled.length === 1) return totalled[0] === more[0] && parts.part === whole.part ? more[0]! : null;
  return more[0] === "age" && isAllAgesOf(whole.part, parts.part) ? "age" : null;
}

/** Whether one part of a file is all ages of another: `all ages` of the file itself, `Table 2, all ages` of `Table 2, by age`. */
function isAllAgesOf(whole: string, parts: string): boolean {
  const table = (part: string) => part.split(/[,:]/)[0]!;
  return whole !== parts && /\ball ages$/.test(whole) && (parts === "" || table(whole) === table(parts));
}

function comparisons(parts: PublishedTable, whole: PublishedTable, over: string): readonly TotalCheck[] {
  if (over === "level" || !isBreakdown(parts, over)) return [];
  const keys = Object.keys(whole.table.keys).filter((key) => key !== over);
  const measures = Object.keys(whole.table.measures).filter(
    (name) =>
      addsUp(whole.table.measures[name]!.kind) && parts.table.measures[name]?.kind === whole.table.measures[name]!.kind,
  );
  const checked = measures.map((measure) => {
    const compared = compareSums(
      { keys: keys.map((key) => parts.table.keys[key]!), measure: parts.table.measures[measure]! },
      { keys: keys.map((key) => whole.table.keys[key]!), measure: whole.table.measures[measure]! },
    );
    const doubts = [compared.because, compared.apart > 0 ? mayOverlap(over) : null].filter((text) => text !== null);
    return {
      what: `${[parts.part, measure].filter((text) => text !== "").join(": ")}: ${plural(over)} to their total${listed(keys)}${totalled(parts.totalOf)}`,
      measure,
      over,
      ...compared,
      because: doubts.length > 0 ? doubts.join("; ") : null,
    };
  });
  return checked.filter(({ compared, notCompared }) => compared + notCompared > 0);
}

/** Whether the values of a key can make up a total: more than one of them, no sub-totals, and of ages everybody once. */
function isBreakdown({ part, table }: PublishedTable, over: string): boolean {
  const { values } = table.keys[over]!;
  if (values.length < 2 || /\bsub-?totals?\b/i.test(part)) return false;
  if (!values.every((value) => typeof value === "object" && "from" in value)) return true;
  return !overlap(values as readonly Age[]);
}

/** What may explain that categories do not add up to their total. */
function mayOverlap(over: string): string | null {
  if (["age", "sex", "period"].includes(over) || /^area/i.test(over)) return null;
  return `what stands under ${over} may overlap, as where one death has several causes: then they are not meant to add up`;
}

/** Which keys are totals in the parts already. */
function totalled(keys: readonly string[]): string {
  return keys.length === 0 ? "" : `, where ${keys.join(" and ")} ${keys.length === 1 ? "is a total" : "are totals"}`;
}

/** A key in the plural: areas, sexes, ages, categories. */
export function plural(name: string): string {
  const key = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("-", " ")
    .toLowerCase();
  if (key.endsWith("s") || key.endsWith("x")) return `${key}es`;
  return key.endsWith("y") && !/[aeiou]y$/.test(key) ? `${key.slice(0, -1)}ies` : `${key}s`;
}

/** The keys by which totals stand: `, by period and sex`. */
export function listed(keys: readonly string[]): string {
  if (keys.length === 0) return "";
  return `, by ${keys.length === 1 ? keys[0] : `${keys.slice(0, -1).join(", ")} and ${keys.at(-1)}`}`;
}
