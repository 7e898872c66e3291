import type { Issue } from "@popneeds/core";

/**
 * Issues without those that were given before in the same words of the same place: a row that was made into several, one for each cause for instance,
 * has the fault of its key in each of them.
 */
export function eachOnce(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, file, line, column, message, found }) => {
    if (line === undefined) return true;
    const key = JSON.stringify([code, file, line, column, message, found]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
