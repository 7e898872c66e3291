import { type Age, addsUp, type Table } from "@popneeds/core";
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
  return parts.part !== whole.part ? more[0]! : null;
}

function comparisons(parts: PublishedTable, whole: PublishedTable, over: string): readonly TotalCheck[] {
  if (over === "level" || overlapping(parts.table, over)) return [];
  const keys = Object.keys(whole.table.keys).filter((key) => key !== over);
  const measures = Object.keys(whole.table.measures).filter(
    (name) =>
      addsUp(whole.table.measures[name]!.kind) && parts.table.measures[name]?.kind === whole.table.measures[name]!.kind,
  );
  const checked = measures.map((measure) => ({
    what: `${[parts.part, measure].filter((text) => text !== "").join(": ")}: ${plural(over)} to their total${listed(keys)}${totalled(parts.totalOf)}`,
    measure,
    over,
    ...compareSums(
      { keys: keys.map((key) => parts.table.keys[key]!), measure: parts.table.measures[measure]! },
      { keys: keys.map((key) => whole.table.keys[key]!), measure: whole.table.measures[measure]! },
    ),
  }));
  return checked.filter(({ compared, notCompared }) => compared + notCompared > 0);
}

/** Ages that overlap are not the parts of anything. */
function overlapping({ keys }: Table, over: string): boolean {
  const values = keys[over]!.values;
  return values.every((value) => typeof value === "object" && "from" in value) && overlap(values as readonly Age[]);
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
