import { PopneedsError } from "@popneeds/core";
import { codeIndex } from "./code-index.ts";
import { diseaseCodes } from "./disease-codes.ts";

/** One cause of a hierarchy, as a row of a file that people edit. */
export interface CauseRecord {
  readonly cause: string;
  /** The cause that it is part of; blank or absent at the top. A cause of several rows has it in one of them at least. */
  readonly parent?: string;
  /** Codes and ranges of ICD-10 that belong to it: `I20-I25, I51.6`. Blank or absent where it has none of its own. */
  readonly codes?: string;
}

/** Causes of death, each part of another or at the top, and the codes of each. */
export interface CauseHierarchy {
  readonly name: string;
  /** Causes in the order given. */
  readonly causes: readonly string[];
  /** The number of levels; the causes at the top are at level 1. */
  readonly levels: number;
  readonly levelOf: (cause: string) => number | null;
  /** The cause of a code; `null` when the hierarchy has none for it. A narrower range goes before a wider one. */
  readonly causeOf: (code: string) => string | null;
  /** What a cause is part of at a level; itself where it is at that level or above; `null` for a cause that is not there. */
  readonly at: (cause: string, level: number) => string | null;
}

/**
 * A hierarchy of causes of death from rows: cause, what it is part of, and its codes.
 *
 * Rows are data for their owner to change: add a cause, move it, give it other codes. A code goes to the cause whose range is
 * narrowest, so that "heart disease, I00-I51" may have the part "ischaemic heart disease, I20-I25".
 *
 * @param records rows of a file, or objects: `cause`, `parent`, `codes`; other columns are left aside. A cause may have several
 * rows
 * @param options `name`: how steps name it; default `the given hierarchy`
 * @throws PopneedsError `invalid-hierarchy` when a parent is no cause, a cause has two, or is part of itself
 * @throws PopneedsError `code-in-two-causes` when two causes have the same range, or ranges of two overlap
 * @throws PopneedsError `invalid-disease-code` when codes cannot be read
 *
 * @example
 * causeHierarchy([{ cause: "heart", codes: "I00-I51" }, { cause: "ischaemic", parent: "heart", codes: "I20-I25" }])
 */
export function causeHierarchy(
  records: readonly CauseRecord[] | readonly Readonly<Record<string, string>>[],
  { name = "the given hierarchy" }: { readonly name?: string } = {},
): CauseHierarchy {
  const rows = records as readonly CauseRecord[];
  const causes = [...new Set(rows.map(({ cause }) => cause))];
  const parents = parentsOf(rows, new Set(causes), name);
  const paths = new Map<string, readonly string[]>();
  const pathOf = (cause: string): readonly string[] => {
    const known = paths.get(cause);
    if (known) return known;
    const path: string[] = [cause];
    for (let at = parents.get(cause); at !== undefined; at = parents.get(at)) {
      if (path.includes(at)) throw invalid(name, "a cause must not be part of itself", [[...path, at].join(" → ")]);
      path.push(at);
    }
    paths.set(cause, path.reverse());
    return path;
  };
  const levels = causes.reduce((deepest, cause) => Math.max(deepest, pathOf(cause).length), 0);
  const causeOf = codeIndex(
    rows.flatMap(({ cause, codes = "" }) => (codes.trim() === "" ? [] : [{ cause, codes: diseaseCodes(codes) }])),
    name,
  );
  return Object.freeze({
    name,
    causes: Object.freeze(causes),
    levels,
    levelOf: (cause: string) => paths.get(cause)?.length ?? null,
    causeOf,
    at: (cause: string, level: number) => {
      const path = paths.get(cause);
      return path ? path[Math.min(level, path.length) - 1]! : null;
    },
  });
}

function parentsOf(
  rows: readonly CauseRecord[],
  causes: ReadonlySet<string>,
  name: string,
): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const astray: string[] = [];
  const twice: string[] = [];
  for (const { cause, parent = "" } of rows) {
    if (parent === "") continue;
    if (!causes.has(parent)) astray.push(`${cause} is part of "${parent}"`);
    else if ((parents.get(cause) ?? parent) !== parent) twice.push(`${cause}: ${parents.get(cause)} and ${parent}`);
    parents.set(cause, parent);
  }
  if (astray.length > 0) throw invalid(name, "what a cause is part of must be a cause of a row itself", astray);
  if (twice.length > 0) throw invalid(name, "a cause must be part of one other", twice);
  return parents;
}

function invalid(name: string, what: string, where: readonly string[]): PopneedsError {
  return new PopneedsError({
    code: "invalid-hierarchy",
    message: `causeHierarchy: ${what}; in ${name} ${where.length} ${where.length === 1 ? "fails" : "fail"}:`,
    where,
    fix: "Correct the rows, or add one for the cause that is missing.",
  });
}
