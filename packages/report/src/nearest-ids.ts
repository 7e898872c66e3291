/** The ids that have most in common with what was asked for, the nearest first; ids that share nothing are left out. */
export function nearestIds(wanted: string, ids: readonly string[], count = 3): readonly string[] {
  const parts = threes(wanted);
  return ids
    .map((id) => ({ id, likeness: likeness(parts, threes(id)) }))
    .filter((candidate) => candidate.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}

/** Dice's coefficient of the runs of three characters. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const part of a) if (b.has(part)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function threes(text: string): ReadonlySet<string> {
  const padded = `  ${text.toLowerCase()} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}
