import { type Age, PopneedsError } from "@popneeds/core";

/**
 * Ages from young to old.
 *
 * @throws PopneedsError `overlapping-ages` when two share a year
 */
export function agesInOrder(ages: readonly Age[], verb: string): readonly Age[] {
  const inOrder = [...ages].sort((a, b) => a.from - b.from || a.to - b.to);
  const over = inOrder.filter((age, i) => i > 0 && age.from < inOrder[i - 1]!.to);
  if (over.length > 0)
    throw new PopneedsError({
      code: "overlapping-ages",
      message: `${verb}: ages of the table must not overlap, or people would be counted twice; ${over.length} of ${inOrder.length} begin before the one before ends:`,
      where: over.map((age) => `${inOrder[inOrder.indexOf(age) - 1]!.label} and ${age.label}`),
      fix: "Keep one set of bands: keep(table, { age: (age) => … }), and totals apart from their parts.",
    });
  return inOrder;
}
