import type { Fact } from "../facts/fact.ts";
import type { Sentence } from "../sentences/sentence.ts";

/** Something the figures say, with the figures it rests on. "Not clearly different" is a finding too. */
export interface Finding {
  readonly indicator: string;
  readonly area: string;
  /**
   * `clear`: a test found a difference. `not clear`: a test found none. `stated`: a full count or a published figure that
   * was not tested.
   */
  readonly strength: "clear" | "not clear" | "stated";
  /** Whether what was found is to the good; `neither` where nothing is better or worse, or no difference is clear. */
  readonly direction: "better" | "worse" | "neither";
  readonly sentences: readonly Sentence[];
  readonly evidence: readonly Fact[];
}
