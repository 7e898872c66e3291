import { fromSource } from "@popneeds/core";
import type { Records } from "@popneeds/ingest";
import type { Concordance, Share } from "./concordance.ts";
import { issueOfAreas } from "./issue-of-areas.ts";
import { refuseColumns } from "./refuse-columns.ts";

/**
 * What a list of overlapping areas without weights can convert exactly, and nothing else.
 *
 * If the list names every overlap, an old area with one pair lies wholly in the new one. A new area is taken if every old
 * area that touches it lies wholly in it: then it is that old area under a new code, or several of them joined. All else
 * overlaps in part, and the list does not say how far: an issue, `not-exact`, names these old areas, which need declared
 * weights (`concordance`).
 *
 * @param records rows such as those of `readRecords`
 * @param columns `from`, `to`: the columns of the old and the new areas
 * @returns a concordance of weights 1, for `convertAreas`
 * @throws PopneedsError `missing-column`, `no-rows`
 *
 * Source: a necessary condition only: a list that leaves out small overlaps makes more of them look exact than are.
 *
 * @example
 * exactPairs(await readRecords("lookup_dz01_dz11.csv.gz", ["dz01_code", "dz11_code"]), { from: "dz01_code", to: "dz11_code" })
 */
export function exactPairs(
  { rows, source }: Pick<Records, "rows" | "source">,
  { from, to }: { readonly from: string; readonly to: string },
): Concordance {
  refuseColumns(rows, [from, to], source.file);
  const targetsOf = new Map<string, Set<string>>();
  const sourcesOf = new Map<string, Set<string>>();
  for (const row of rows) {
    const [old, fresh] = [row[from]!.trim(), row[to]!.trim()];
    targetsOf.set(old, (targetsOf.get(old) ?? new Set()).add(fresh));
    sourcesOf.set(fresh, (sourcesOf.get(fresh) ?? new Set()).add(old));
  }
  const whole = (old: string) => targetsOf.get(old)!.size === 1;
  const shares = new Map<string, readonly Share[]>();
  const left: string[] = [];
  for (const [old, targets] of targetsOf) {
    const [only] = targets as Set<string> & Iterable<string>;
    if (whole(old) && [...sourcesOf.get(only!)!].every(whole)) shares.set(old, [{ to: only!, weight: 1 }]);
    else left.push(old);
  }
  return Object.freeze({
    base: "whole areas",
    edition: source.edition,
    shares,
    withoutWeight: new Set(left),
    provenance: fromSource(source, "only areas that lie wholly in one new area, which holds nothing else"),
    issues: Object.freeze(
      issueOfAreas(
        "not-exact",
        left,
        targetsOf.size,
        "old areas overlap new ones in part, and the list has no weights",
        "Give a list with weights of a declared base to concordance(), or leave these areas out with keep().",
        source.file,
      ),
    ),
  });
}
