import {
  type Additive,
  createTable,
  type Keys,
  type Missing,
  measureColumn,
  missingAt,
  type Table,
  withStep,
} from "@popneeds/core";

/**
 * By how much rates would have to fall for a burden to be no larger than it was at first.
 *
 * 100 (1 − start ÷ burden) per cent: a burden of 1.21 times needs 17.4 % less at every age. Below 0 where the burden falls anyway: rates could
 * then rise by as much.
 *
 * @param projected `start` and `burden`, as `projectedBurden` gives them, summed as far as wanted first
 * @returns per cent, by the same keys. A missing figure passes its reason; a burden of 0 has none, `not applicable`
 *
 * Reference: 1 − 1 ÷ 1.21 = 17.4 %, worked by hand; a published forecast of +21 % prints 17 %.
 *
 * @example
 * reductionToStandStill(sumOver(projectedBurden(rates, people), "cause"))
 */
export function reductionToStandStill<K extends Keys>(
  projected: Table<K, { readonly start: Additive; readonly burden: Additive }>,
): Table<K, { readonly reduction: "percentage" }> {
  const { start, burden } = projected.measures;
  return createTable({
    keys: projected.keys,
    measures: {
      reduction: measureColumn(
        "percentage",
        Array.from({ length: projected.length }, (_, row): number | Missing => {
          const missing = missingAt(start, row) ?? missingAt(burden, row);
          if (missing) return missing;
          return burden.values[row]! > 0 ? 100 * (1 - start.values[row]! / burden.values[row]!) : "not applicable";
        }),
      ),
    },
    issues: projected.issues,
    provenance: withStep(
      projected.provenance,
      "reduction of rates needed to stand still: 100 × (1 − burden at first ÷ burden then)",
    ),
  });
}
