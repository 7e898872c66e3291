import {
  type Counts,
  createTable,
  type Issue,
  type Key,
  type KeyColumn,
  type Keys,
  keyCoder,
  type OnlyCounts,
  PopneedsError,
  sumOver,
  type Table,
  withStep,
} from "@popneeds/core";
import type { CauseHierarchy } from "./cause-hierarchy.ts";
import { diseaseCode } from "./disease-code.ts";

/** The cause of deaths whose code, or cause, a hierarchy does not have. */
export const unmapped = "unmapped";

/**
 * Deaths by code of ICD-10 as deaths by cause, at a level of a hierarchy.
 *
 * Codes may be written with or without their point. A code that the hierarchy does not have goes to the cause `unmapped`, and
 * an issue says which: nothing is lost, and totals stay. A cause above the level stays itself.
 *
 * @param table     deaths, or other counts, by the key `code` and anything else
 * @param hierarchy causes and their codes
 * @param level     1 at the top; default the lowest
 * @returns the counts summed, with the key `cause` in place of `code`
 * @throws PopneedsError `unknown-key` when the table has no key `code`, `key-exists` when it has `cause` already,
 * `invalid-option` when the hierarchy has no such level, `not-additive`
 *
 * @example
 * causesOfCodes(deaths, hierarchy, 2)
 */
export function causesOfCodes<K extends Keys & { readonly code: string }, M extends Counts>(
  table: Table<K, M>,
  hierarchy: CauseHierarchy,
  level: number = hierarchy.levels,
): Table<Omit<K, "code"> & { readonly cause: string }, M> {
  refuseLevel("causesOfCodes", hierarchy, level);
  return recoded("causesOfCodes", table as unknown as Table<Keys, Counts>, "code", level, hierarchy, (code) => {
    const tidy = diseaseCode(code);
    const cause = tidy === null ? null : hierarchy.causeOf(tidy);
    return cause === null ? null : hierarchy.at(cause, level);
  }) as unknown as Table<Omit<K, "code"> & { readonly cause: string }, M>;
}

/**
 * Deaths by cause, rolled up to a level of a hierarchy.
 *
 * @param table     deaths, or other counts, by the key `cause` and anything else; `unmapped` stays so
 * @param hierarchy causes, and what each is part of
 * @param level     1 at the top
 * @returns the counts summed; a cause above the level stays itself, and one that the hierarchy does not have becomes `unmapped`,
 * with an issue
 * @throws PopneedsError `unknown-key` when the table has no key `cause`; `invalid-option` when the hierarchy has no such
 * level; `not-additive`
 *
 * @example
 * causesAtLevel(deaths, hierarchy, 1)
 */
export function causesAtLevel<K extends Keys & { readonly cause: string }, M extends Counts>(
  table: Table<K, M>,
  hierarchy: CauseHierarchy,
  level: number,
): Table<K, M> {
  refuseLevel("causesAtLevel", hierarchy, level);
  return recoded("causesAtLevel", table as unknown as Table<Keys, Counts>, "cause", level, hierarchy, (cause) =>
    cause === unmapped ? unmapped : hierarchy.at(cause, level),
  ) as unknown as Table<K, M>;
}

function recoded(
  caller: string,
  table: Table<Keys, Counts>,
  key: "code" | "cause",
  level: number,
  hierarchy: CauseHierarchy,
  to: (value: string) => string | null,
): Table<Keys, Counts> {
  const column = table.keys[key] as KeyColumn<string> | undefined;
  if (!column || (key !== "cause" && table.keys["cause"]))
    throw new PopneedsError({
      code: column ? "key-exists" : "unknown-key",
      message: column
        ? `${caller}: the table has the key "cause" already`
        : `${caller}: the counts must be by ${key}; the table has ${Object.keys(table.keys).join(", ") || "no keys"}`,
      fix: column ? "Sum over it first." : `Give counts with a key \`${key}\`.`,
    });
  const coder = keyCoder<string>();
  const unknown: string[] = [];
  const fresh = column.values.map((value) => {
    const cause = to(value);
    if (cause === null) unknown.push(value);
    return coder.code(cause ?? unmapped);
  });
  // The old key stays beside the new one until rows are summed, so that no two rows share their keys.
  const causes: KeyColumn = { codes: Uint32Array.from(column.codes, (code) => fresh[code]!), values: coder.values };
  const old = "code or cause before";
  const { [key]: before, ...others } = table.keys;
  const wide = createTable<Keys, Counts>({
    keys: { ...others, cause: causes as KeyColumn<Key>, [old]: before! },
    measures: table.measures,
    issues: table.issues,
    provenance: table.provenance,
  });
  const summed = sumOver(wide as Table<Keys, Counts> & OnlyCounts<Counts>, old) as Table<Keys, Counts>;
  return createTable<Keys, Counts>({
    keys: summed.keys,
    measures: summed.measures,
    issues: unknown.length === 0 ? table.issues : [...table.issues, unknownIssue(key, unknown, hierarchy)],
    provenance: withStep(
      table.provenance,
      `${key === "code" ? "codes of ICD-10 summed into causes" : "causes rolled up"} at level ${level} of ${hierarchy.name}`,
    ),
  });
}

function unknownIssue(key: "code" | "cause", unknown: readonly string[], { name }: CauseHierarchy): Issue {
  const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : "";
  return {
    code: key === "code" ? "unknown-code" : "unknown-cause",
    severity: "warning",
    message: `every ${key} must be in ${name}; ${unknown.length} ${unknown.length === 1 ? "is" : "are"} not: ${unknown.slice(0, 3).join(", ")}${more}; their counts are under "${unmapped}"`,
    fix: `Add them to the hierarchy's rows, or correct the ${key}s.`,
  };
}

function refuseLevel(caller: string, { name, levels }: CauseHierarchy, level: number): void {
  if (!(Number.isInteger(level) && level >= 1 && level <= Math.max(1, levels)))
    throw new PopneedsError({
      code: "invalid-option",
      message: `${caller}: ${name} has levels 1 to ${levels}; found ${level}`,
      fix: "Give one of its levels; 1 is the top.",
    });
}
