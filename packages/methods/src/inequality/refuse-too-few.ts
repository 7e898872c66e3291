import { PopneedsError } from "@popneeds/core";

/** Refuses groups of which there are too few for a line: one or two. Of an empty table nobody knows how many there are. */
export function refuseTooFew(caller: string, labels: readonly string[], by: string): void {
  if (labels.length === 0 || labels.length >= 3) return;
  throw new PopneedsError({
    code: "too-few-groups",
    message: `${caller}: a slope needs three groups or more; "${by}" has ${labels.length}: ${labels.join(", ")}`,
    fix: "Compare two groups by inequalityGap().",
  });
}
