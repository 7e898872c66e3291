import type { Evidence } from "@popneeds/core";

/** Whether figures of a class were counted or published, not projected, modelled or laid down. */
export function isFirm(evidence: Evidence): boolean {
  return evidence === "observed" || evidence === "published";
}
