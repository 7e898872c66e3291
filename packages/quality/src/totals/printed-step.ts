import type { MeasureColumn } from "@popneeds/core";

/**
 * The step to which figures seem to be rounded: the largest of 1000, 100, 10, 5, 1, 0.1 … 10^-12 of which all are multiples; 0 where they
 * have more decimals.
 *
 * Of fewer than 20 figures above 0 no step above 1 is claimed: they may be multiples by chance. (20 whole numbers taken at random are all
 * multiples of 5 once in 5^20, about 10^14.)
 */
export function printedStep({ values, reasons }: MeasureColumn): number {
  let filled = 0;
  const steps = [1000, 100, 10, 5, 1];
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if ((reasons && reasons[i] !== 0) || value === 0 || Number.isNaN(value)) continue;
    filled++;
    while (at < steps.length && value % steps[at]! !== 0) at++;
    if (at === steps.length) return fractionalStep(values);
  }
  return filled < 20 ? 1 : steps[at]!;
}

function fractionalStep(values: ArrayLike<number>): number {
  let decimals = 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    while (decimals <= most && Number(value.toFixed(decimals)) !== value) decimals++;
    if (decimals > most) return 0;
  }
  return Number(`1e-${decimals}`);
}

/** Decimals that a publisher may print; what has more was computed and never rounded. */
const most = 12;
