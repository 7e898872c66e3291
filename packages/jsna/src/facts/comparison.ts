import { fromInputs, type Provenance, withStep } from "@popneeds/core";
import type { Indicator } from "@popneeds/indicators";
import { type Difference, differenceOfEstimates, rateDifference, remainder } from "@popneeds/stats";
import type { Fact } from "./fact.ts";
import { factId } from "./fact-id.ts";

/** One figure set against another of the same indicator. */
export interface Comparison {
  readonly own: Fact;
  readonly other: Fact;
  /** Own less other, as a fact of its own; against the rest of the other where own lies inside it and counts are known. */
  readonly difference: Fact;
  /** Whether the difference is against what is left of the other area without this one. */
  readonly againstRest: boolean;
  /** `clear` and `not clear` are findings of a test; `stated` is a difference between full counts. */
  readonly strength: "clear" | "not clear" | "stated";
  readonly direction: "higher" | "lower" | "same";
}

export interface CompareOptions {
  /** Whether the first area's people are among the second's. */
  readonly within?: boolean;
}

/**
 * Sets a figure against another by a test of the difference, or, for full counts, states the difference.
 *
 * `full count` indicators have no sampling error: the difference is stated, without limits. `events` are tested as two
 * independent Poisson rates; where the first area lies inside the second it is set against the rest of it. `estimate`s are
 * tested from their limits. The level is 95%: a difference whose limits exclude 0 is `clear`. Figures that are modelled or
 * projected and have no limits are stated; those that have, such as ratios that rest on deaths, are tested by them.
 *
 * @returns `null` when one of the figures is missing, or has no limits where the test needs them
 */
export function compareFacts(
  indicator: Pick<Indicator, "certainty" | "unit" | "per">,
  own: Fact,
  other: Fact,
  { within = false }: CompareOptions = {},
): Comparison | null {
  if (own.value === null || other.value === null) return null;
  const limited = [own, other].every(({ lower, upper }) => lower !== null && upper !== null);
  const untold = isModelled(own) && !(indicator.certainty === "estimate" && limited);
  if (indicator.certainty === "full count" || untold) {
    const value = own.value - other.value;
    return comparison(
      indicator,
      own,
      other,
      { value, lower: null, upper: null },
      "stated",
      false,
      "difference of full counts or of modelled figures; not tested",
    );
  }
  const againstRest = within && indicator.certainty === "events";
  const tested =
    againstRest || indicator.certainty === "events"
      ? rates(indicator.per, own, other, againstRest)
      : estimates(own, other);
  if (!tested || Number.isNaN(tested.value)) return null;
  const clear = tested.lower > 0 || tested.upper < 0;
  const method =
    indicator.certainty === "events"
      ? `difference of two Poisson rates with 95% score limits${againstRest ? "; against the rest of the comparator" : ""}`
      : "difference of two estimates with normal 95% limits from their own limits";
  return comparison(indicator, own, other, tested, clear ? "clear" : "not clear", againstRest, method);
}

function isModelled({ evidence }: Fact): boolean {
  return evidence === "modelled" || evidence === "projected";
}

function rates(per: number | null, own: Fact, other: Fact, rest: boolean): Difference | null {
  if (own.numerator === null || own.denominator === null || other.numerator === null || other.denominator === null)
    return null;
  const first = { events: own.numerator, population: own.denominator };
  const second = { events: other.numerator, population: other.denominator };
  const against = rest ? remainder(second, first) : second;
  return against.population > 0 ? rateDifference(first, against, { per: per ?? 1 }) : null;
}

function estimates(own: Fact, other: Fact): Difference | null {
  if (own.lower === null || own.upper === null || other.lower === null || other.upper === null) return null;
  return differenceOfEstimates(
    { value: own.value!, lower: own.lower, upper: own.upper },
    { value: other.value!, lower: other.lower, upper: other.upper },
  );
}

function comparison(
  indicator: Pick<Indicator, "unit">,
  own: Fact,
  other: Fact,
  { value, lower, upper }: { readonly value: number; readonly lower: number | null; readonly upper: number | null },
  strength: Comparison["strength"],
  againstRest: boolean,
  method: string,
): Comparison {
  const sameArea = own.area === other.area;
  const against = sameArea ? other.period : other.area;
  const category = [own.category, `difference-from-${againstRest ? "rest-of-" : ""}${against}`]
    .filter(Boolean)
    .join(" ");
  const keys = { indicator: own.indicator, area: own.area, period: own.period, sex: own.sex, age: own.age, category };
  const difference: Fact = Object.freeze({
    ...own,
    ...keys,
    id: factId(keys),
    value,
    lower,
    upper,
    unit: indicator.unit === "%" ? "percentage points" : indicator.unit,
    numerator: null,
    denominator: null,
    method,
    provenance: differenceOf(own.provenance, other.provenance, method),
  });
  return {
    own,
    other,
    difference,
    againstRest,
    strength,
    direction: value > 0 ? "higher" : value < 0 ? "lower" : "same",
  };
}

function differenceOf(own: Provenance, other: Provenance, method: string): Provenance {
  return withStep(fromInputs(own === other ? [own] : [own, other]), method);
}
