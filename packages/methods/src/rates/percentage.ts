import { type Counts, type Exposed, type Keys, over, type Table, withStep } from "@popneeds/core";
import { proportion } from "@popneeds/stats";
import { refusePartAboveWhole } from "../differences/part-above-whole.ts";
import type { Estimates } from "../shared/estimate.ts";
import { estimateRows } from "../shared/estimate-rows.ts";
import { printLevel, type RateOptions, requireScale } from "../shared/scale.ts";

export interface PercentageOptions extends Pick<RateOptions, "level"> {
  /** A normal deviate in place of the level's, such as 1.96. Default none. */
  readonly deviate?: number;
  /** Decimals that value and limits are rounded to, halves to even, as R rounds. Default none: not rounded. */
  readonly decimals?: number;
  /** The name of the convention that these options come from, for the provenance. */
  readonly convention?: string;
}

/**
 * How many of 100 have something, with Wilson's limits: for a sample, or a count seen as one outcome of a chance.
 *
 * A full count that is meant only as itself has no limits: use `share`.
 *
 * @param part    how many have it: one count, by the keys of the whole and any more
 * @param whole   how many there are: one count
 * @param options `level`: coverage, default 0.95; `deviate`, `decimals`: see `PercentageOptions`
 * @returns percentages and limits, with part as `events` and whole as `population`. Nobody: missing as `no population`.
 * Missing or suppressed counts pass their reason
 * @throws PopneedsError `part-above-whole` when more have it than there are; `invalid-option`; those of `over`
 *
 * Source: Wilson EB. J Am Stat Assoc 1927;22:209–12.
 * Reference: `phe_proportion` of PHEindicatormethods 2.1.0, through `proportion` of `@popneeds/stats`.
 *
 * @example
 * percentage(only(survey, "smokers"), only(survey, "asked"))
 */
export function percentage<KP extends KW, KW extends Keys>(
  part: Table<KP, Readonly<Record<string, "count">>>,
  whole: Table<KW, Counts>,
  { level = 0.95, deviate, decimals, convention }: PercentageOptions = {},
): Estimates<KP, "percentage"> {
  requireScale("percentage", { level });
  const exposed: Exposed<KP> = over(part, whole);
  refusePartAboveWhole("percentage", exposed);
  const rounded = decimals === undefined ? (x: number) => x : (x: number) => roundHalfEven(x, decimals);
  const said = [
    `percentage; ${printLevel(level)} limits by Wilson's score method${deviate === undefined ? "" : ` with z = ${deviate}`}`,
    decimals === undefined ? null : `rounded to ${decimals} decimals`,
    convention === undefined ? null : `by the convention ${convention}`,
  ];
  return estimateRows(
    exposed,
    "percentage",
    (events, people) => {
      const { value, lower, upper } = proportion(events, people, {
        per: 100,
        level,
        ...(deviate === undefined ? {} : { deviate }),
      });
      return { value: rounded(value), lower: rounded(lower), upper: rounded(upper) };
    },
    withStep(exposed.provenance, said.filter((words) => words !== null).join("; ")),
  );
}

/** Rounds to so many decimals, a half to the even neighbour. */
function roundHalfEven(x: number, decimals: number): number {
  const scaled = Number(`${x}e${decimals}`);
  const floor = Math.floor(scaled);
  const gap = scaled - floor;
  const whole = gap === 0.5 ? floor + (floor % 2) : Math.round(scaled);
  return Number(`${whole}e${-decimals}`);
}
