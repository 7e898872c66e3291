/** A stretch from its beginning up to, but not including, its end: ages, or days. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Which stretches are made up of others without gap or overlap: for each such whole, its parts. Of several ways the one of the shortest
 * parts; a stretch that no others make up is not there.
 *
 * @returns whole → parts, as positions in the list
 */
export function tilings(stretches: readonly Stretch[]): ReadonlyMap<number, readonly number[]> {
  const byStart = new Map<number, number[]>();
  for (const [i, { from }] of stretches.entries()) byStart.set(from, [...(byStart.get(from) ?? []), i]);
  for (const list of byStart.values()) list.sort((a, b) => stretches[a]!.to - stretches[b]!.to);
  const found = new Map<number, readonly number[]>();
  for (const [whole, { from, to }] of stretches.entries()) {
    const parts = tile(stretches, byStart, whole, from, to);
    if (parts && parts.length > 1) found.set(whole, parts);
  }
  return found;
}

function tile(
  stretches: readonly Stretch[],
  byStart: ReadonlyMap<number, readonly number[]>,
  whole: number,
  from: number,
  to: number,
): readonly number[] | null {
  const parts: number[] = [];
  for (let at = from; at < to; ) {
    const next = byStart
      .get(at)
      ?.find((i) => i !== whole && stretches[i]!.to <= to && !(at === from && stretches[i]!.to === to));
    if (next === undefined) return null;
    parts.push(next);
    at = stretches[next]!.to;
  }
  return parts;
}

/** Whether any two stretches hold the same ages, or days. */
export function overlap(stretches: readonly Stretch[]): boolean {
  const sorted = [...stretches].sort((a, b) => a.from - b.from);
  return sorted.some(({ from }, i) => i > 0 && from < sorted[i - 1]!.to);
}
