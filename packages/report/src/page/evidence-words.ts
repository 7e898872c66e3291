import { type Evidence, evidences } from "@popneeds/core";
import { isFirm } from "../is-firm.ts";

/** How each class is explained to a reader. */
export const evidenceMeaning: Readonly<Record<Evidence, string>> = {
  observed: "counted or measured in this area, and computed here from the counts",
  published: "taken over from the publisher who computed it",
  projected: "a projection of the future: what follows if recent trends go on, not a forecast",
  modelled: "computed from other places’ or groups’ figures, not observed here",
  assumption: "laid down by the analyst",
};

/** A class as a tag: a word, set apart by more than its colour. */
export function evidenceTag(evidence: Evidence): string {
  return `<span class="ds_tag evidence evidence--${evidence}">${evidence}</span>`;
}

/** Whether figures of this class must be labelled wherever they stand. */
export function mustBeLabelled(evidence: Evidence): boolean {
  return !isFirm(evidence);
}

/** Classes in their order, from the firmest. */
export function inOrder(classes: Iterable<Evidence>): readonly Evidence[] {
  const found = new Set(classes);
  return evidences.filter((evidence) => found.has(evidence));
}
