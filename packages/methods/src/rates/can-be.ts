import type { Exposed } from "@popneeds/core";

/** Whether the counts of a row are possible: neither negative nor infinite. A missing one is. */
export function canBe({ measures: { events, population } }: Pick<Exposed, "measures">, row: number): boolean {
  return [events, population].every(({ values }) => !(values[row]! < 0 || values[row] === Number.POSITIVE_INFINITY));
}
