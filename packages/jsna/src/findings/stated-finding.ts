import type { Fact } from "../facts/fact.ts";
import type { Sentence } from "../sentences/sentence.ts";
import type { Finding } from "./finding.ts";

/** A finding that states figures and tests nothing; it is about the indicator and area of the first figure it rests on. */
export function statedFinding(
  evidence: readonly [Fact, ...(readonly Fact[])],
  ...sentences: readonly Sentence[]
): Finding {
  const [{ indicator, area }] = evidence;
  return { indicator, area, strength: "stated", direction: "neither", sentences, evidence };
}
