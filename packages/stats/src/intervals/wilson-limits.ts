import type { Limits } from "../shared/interval.ts";
import { requireEvents } from "../shared/require.ts";
import { requireChoice } from "../shared/require-choice.ts";
import { type DeviateOptions, deviateOf } from "./deviate.ts";

/** Which of the formulas that go by Wilson's name is meant. */
export interface WilsonOptions extends DeviateOptions {
  /** Whether the count is moved half a person outwards for either limit, as a test with a continuity correction does. */
  readonly continuity?: "nothing" | "half on both sides";
}

/**
 * Wilson's limits of a proportion: the shares that a test at this level would not reject.
 *
 * (2x + z² ∓ z √(z² + 4x(1 − x/n))) / 2(n + z²), the lower one written so that nothing cancels. With `half on both sides`
 * x is x − ½ for the lower limit and x + ½ for the upper one: wider, and close to `clopperPearsonLimits`.
 *
 * @param events how many have it, from 0 to `total`
 * @param total how many there are, above 0
 * @param level coverage, between 0 and 1
 * @param options `deviate`: 1.96, say, in place of the level's; `continuity`: none by default
 * @returns limits of the share, from 0 to 1; exactly 0 below where nobody has it, exactly 1 above where everybody has;
 * NaN for a missing count
 * @throws RangeError where events are negative or more than the total, the total is not above 0, the level is not
 * between 0 and 1, or the deviate not above 0
 *
 * Source: Wilson EB. Probable inference, the law of succession, and statistical inference. JASA 1927;22:209–12; Newcombe
 * RG, Altman DG in Statistics with Confidence, 2nd ed., 2000; Newcombe RG. Two-sided confidence intervals for the single
 * proportion. Stat Med 1998;17:857–72, methods 3 and 4.
 * Reference: `phe_proportion` of PHEindicatormethods 2.1.0, to 1e-11 relative.
 *
 * @example
 * wilsonLimits(15, 20) // { lower: 0.5312991223812561, upper: 0.8881382985923344 }
 */
export function wilsonLimits(events: number, total: number, level = 0.95, options: WilsonOptions = {}): Limits {
  requireShare("wilsonLimits", events, total);
  const { continuity = "nothing" } = options;
  requireChoice("wilsonLimits", "continuity", continuity, ["nothing", "half on both sides"]);
  const z = deviateOf("wilsonLimits", level, options.deviate);
  if (continuity === "nothing") return wilsonLimitsAt(events, total, z);
  const lower = wilsonLimitsAt(Math.max(0, events - 0.5), total, z).lower;
  const upper = wilsonLimitsAt(Math.min(total, events + 0.5), total, z).upper;
  return { lower: events === 0 ? 0 : lower, upper: events === total ? 1 : upper };
}

/** Wilson's limits at z standard errors. */
export function wilsonLimitsAt(events: number, total: number, z: number): Limits {
  const sum = 2 * events + z * z;
  const reach = z * Math.sqrt(z * z + 4 * events * (1 - events / total));
  return {
    lower: events === 0 ? 0 : (2 * events * (events / total)) / (sum + reach),
    upper: events === total ? 1 : (sum + reach) / (2 * (total + z * z)),
  };
}

/** Refuses events and a total that make no share. */
export function requireShare(caller: string, events: number, total: number): void {
  requireEvents(caller, events);
  if (!(total > 0) || total === Infinity) throw new RangeError(`${caller}: total must be above 0, got ${total}`);
  if (events > total) throw new RangeError(`${caller}: events must not exceed the total of ${total}, got ${events}`);
}
