/**
 * How a figure came to be: counted or measured (`observed`), taken over from a publisher who computed it (`published`),
 * a publisher's or our projection of the future (`projected`), computed from other places' or groups' figures
 * (`modelled`), or laid down by the analyst (`assumption`).
 */
export type Evidence = (typeof evidences)[number];

/** From the firmest to the least firm. A figure is never firmer than the least firm thing it was computed from. */
export const evidences = ["observed", "published", "projected", "modelled", "assumption"] as const;

/** The least firm of several; `observed` of none. */
export function leastFirm(classes: Iterable<Evidence>): Evidence {
  let worst = 0;
  for (const evidence of classes) worst = Math.max(worst, evidences.indexOf(evidence));
  return evidences[worst]!;
}
