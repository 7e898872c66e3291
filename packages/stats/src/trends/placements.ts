/**
 * Every way to place joinpoints on the points of a series.
 *
 * @param points how many points there are
 * @param count how many joinpoints
 * @param ends at least how many points lie before the first joinpoint, and after the last
 * @param between at least how many points lie between two joinpoints
 */
export function placements(
  points: number,
  count: number,
  ends: number,
  between: number,
): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const place = (before: readonly number[], from: number) => {
    if (before.length === count) {
      found.push(before);
      return;
    }
    const after = (count - before.length - 1) * (between + 1);
    for (let at = from; at + after <= points - 1 - ends; at++) place([...before, at], at + between + 1);
  };
  place([], ends);
  return found;
}
