import { PopneedsError } from "@popneeds/core";
import { type CodeRange, type DiseaseCodes, holdsCode } from "./disease-codes.ts";

interface Entry extends CodeRange {
  readonly cause: string;
  readonly codes: DiseaseCodes;
  /** The next wider entry that holds this one whole; −1 if none. */
  enclosing: number;
}

/**
 * Finds the cause of a code among ranges that lie side by side or one inside the other: the narrowest that holds it.
 *
 * Ranges are sorted once; a code is looked up among them by halving, and then outwards, so that fifteen thousand codes are quick.
 *
 * @throws PopneedsError `code-in-two-causes` when ranges of two causes are the same or overlap in part
 */
export function codeIndex(
  causes: readonly { readonly cause: string; readonly codes: DiseaseCodes }[],
  name: string,
): (code: string) => string | null {
  const entries: Entry[] = causes
    .flatMap(({ cause, codes }) => codes.ranges.map((range) => ({ ...range, cause, codes, enclosing: -1 })))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : compareEnds(b.to, a.to)));
  const clashes: string[] = [];
  for (let i = 1; i < entries.length; i++) {
    const entry = entries[i]!;
    let outer = i - 1;
    while (outer !== -1 && before(entries[outer]!.to, entry.from)) outer = entries[outer]!.enclosing;
    entry.enclosing = outer;
    const wider = entries[outer];
    if (!wider || wider.cause === entry.cause) continue;
    const same = wider.from === entry.from && wider.to === entry.to;
    if (same || compareEnds(wider.to, entry.to) < 0)
      clashes.push(`${shown(wider)} of ${wider.cause} and ${shown(entry)} of ${entry.cause}`);
  }
  if (clashes.length > 0)
    throw new PopneedsError({
      code: "code-in-two-causes",
      message: `causeHierarchy: a range of codes must lie inside another or apart from it; in ${name} ${clashes.length} ${clashes.length === 1 ? "pair does" : "pairs do"} not:`,
      where: clashes,
      fix: "Give the codes to one of the causes, or split the ranges.",
    });
  return (code) => {
    const bare = code.replace(".", "");
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entries[middle]!.from <= bare) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at !== -1; at = entries[at]!.enclosing)
      if (!before(entries[at]!.to, bare) && holdsCode(entries[at]!.codes, bare)) return entries[at]!.cause;
    return null;
  };
}

/** Whether all of the range that ends at `to` comes before a code: `I25` is not before `I25.9`. */
function before(to: string, code: string): boolean {
  return to < code.slice(0, to.length);
}

/** Which of two ends comes first; an end with all that is below it comes after each of these. */
function compareEnds(a: string, b: string): number {
  const [x, y] = [`${a}~`, `${b}~`];
  return x < y ? -1 : x > y ? 1 : 0;
}

function shown({ from, to }: CodeRange): string {
  const printed = (code: string) => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code);
  return from === to ? printed(from) : `${printed(from)}-${printed(to)}`;
}
