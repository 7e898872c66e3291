import type { Estimate, Indicator } from "@popneeds/indicators";
import type { Fact } from "./fact.ts";
import { factId } from "./fact-id.ts";

/** The fact that an indicator's estimate states. */
export function factOf(
  indicator: Pick<Indicator, "id" | "unit" | "per" | "counts" | "decimals">,
  estimate: Estimate,
): Fact {
  const { area, level, sex, age, category } = estimate;
  const keys = { indicator: indicator.id, area, period: estimate.period.label, sex, age, category };
  return Object.freeze({
    id: factId(keys),
    ...keys,
    sex,
    level,
    value: estimate.value,
    lower: estimate.lower,
    upper: estimate.upper,
    unit: indicator.unit,
    per: indicator.per,
    decimals: indicator.decimals,
    counts: indicator.counts,
    numerator: estimate.numerator,
    denominator: estimate.denominator,
    method: estimate.method,
    evidence: estimate.provenance.evidence,
    missing: estimate.missing,
    provenance: estimate.provenance,
  });
}
