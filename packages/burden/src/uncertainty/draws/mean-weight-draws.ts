import { describeRow, PopneedsError } from "@popneeds/core";
import { pairedDraws, sumDraws, tableOf } from "./combine-draws.ts";
import type { Draws } from "./draws-of.ts";

/** Draws of the mean weight of a case of each cause, and what is said where a cause has none. */
export interface MeanWeightDraws {
  readonly means: Draws;
  readonly needs: string;
  readonly fix: string;
}

/** In each draw the weights of the health states of a cause by their shares; without shares the weight of the state of its name. */
export function meanWeightDraws(caller: string, weight: Draws, split: Draws | null): MeanWeightDraws {
  if (!split)
    return {
      means: ofOneState(weight),
      needs: "a disability weight of the name of its cause",
      fix: "Give severities: the share of each cause's cases in each health state.",
    };
  refuseOtherSums(caller, split);
  const parts = pairedDraws(caller, split, weight, (share, of) => share * of, {
    needs: "a disability weight for its health state",
    fix: 'Write health states as the weights do; cases that feel nothing are "asymptomatic".',
    kind: "score",
    step: "shares of health states × their weights",
  });
  return {
    means: { ...sumDraws(parts, "state"), provenance: parts.provenance },
    needs: "a disability weight",
    fix: "Give severities for every cause, sex and age of the cases.",
  };
}

function ofOneState(weight: Draws): Draws {
  const { state, ...others } = weight.keys;
  return { ...weight, keys: { ...others, cause: state! } };
}

function refuseOtherSums(caller: string, split: Draws): void {
  const sums = sumDraws(split, "state");
  const { draws } = sums;
  const astray = Array.from({ length: sums.length }, (_, row) => row).filter(
    (row) =>
      sums.missing[row] === null &&
      sums.values.subarray(row * draws, (row + 1) * draws).some((sum) => !(Math.abs(sum - 1) <= 1e-6)),
  );
  if (astray.length > 0)
    throw new PopneedsError({
      code: "invalid-shares",
      message: `${caller}: shares of the health states of a cause must sum to 1 in each draw; those of ${astray.length} of ${sums.length} do not:`,
      where: astray.map((row) => describeRow(tableOf(sums), row)),
      fix: 'Draw shares as "dirichlet" with split: { over: "state", cases }, which keeps their sum.',
    });
}
