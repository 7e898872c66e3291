import type { Places } from "@popneeds/geography";

/** Where an indicator is wanted: the geography, and the areas of each level. */
export interface Setting {
  readonly places: Places;
  /** Codes of the areas for which figures are wanted. An indicator gives those it can and leaves out the others. */
  readonly areas: ReadonlySet<string>;
  /** The partnership whose localities are among the areas; `null` if there are none. */
  readonly partnership: string | null;
}
