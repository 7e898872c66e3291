import { requireEvents, requireExpected, requireSameLength } from "../shared/require.ts";

/** The areas that can be compared: neither number missing, something expected. Refuses numbers that cannot be. */
export function comparedAreas(
  caller: string,
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
): readonly number[] {
  requireSameLength(caller, { observed, expected });
  const areas: number[] = [];
  for (let i = 0; i < observed.length; i++) {
    requireEvents(caller, observed[i]!, ` in area ${i}`);
    requireExpected(caller, expected[i]!);
    if (observed[i]! >= 0 && expected[i]! > 0) areas.push(i);
  }
  return areas;
}
