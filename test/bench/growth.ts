/** One thing to time at several sizes: how long it takes, and how that grows. */
export interface Growing {
  readonly name: string;
  /** What sizes count: areas, years, draws. */
  readonly of: string;
  /** From small to large. */
  readonly sizes: readonly number[];
  /** Gets ready for a size; what it gives back is timed. */
  readonly at: (size: number) => () => unknown;
  /** The same with one call and one object a group, at the smallest size. */
  readonly plain?: (size: number) => () => unknown;
  /** How often each is timed; the median counts. Default 5. */
  readonly runs?: number;
}

/** How long it took at each size. */
export interface Growth {
  /** Milliseconds, a median for each size. */
  readonly times: readonly number[];
  /** The power of the size with which time grows, from the smallest to the largest: 1 is in proportion. */
  readonly power: number;
  /** How many times as long the plain way takes at the smallest size; `null` where there is none. */
  readonly ratio: number | null;
}

/** Times all sizes in turn, round after round, so that all see the same machine. */
export function growth({ sizes, at, plain, runs = 5 }: Growing): Growth {
  const ready = sizes.map((size) => at(size));
  const plainly = plain?.(sizes[0]!);
  const warm = runs > 1 ? 2 : 0;
  for (let i = 0; i < warm; i++) for (const run of [...ready, ...(plainly ? [plainly] : [])]) run();
  const all: number[][] = sizes.map(() => []);
  const plainTimes: number[] = [];
  for (let i = 0; i < runs; i++) {
    for (const [k, run] of ready.entries()) all[k]!.push(milliseconds(run));
    if (plainly) plainTimes.push(milliseconds(plainly));
  }
  const times = all.map(median);
  return {
    times,
    power: Math.log(times.at(-1)! / times[0]!) / Math.log(sizes.at(-1)! / sizes[0]!),
    ratio: plainly ? median(plainTimes) / times[0]! : null,
  };
}

/** A line or two about it. */
export function describeGrowth({ name, of, sizes }: Growing, { times, power, ratio }: Growth): string {
  const each = sizes.map((size, i) => `${size.toLocaleString("en-GB")}: ${times[i]!.toFixed(1)} ms`).join(", ");
  const grows = sizes.length > 1 ? `; grows with ${of} to the power ${power.toFixed(2)}` : "";
  const plainly = ratio === null ? "" : `; one call and one object a group take ${ratio.toFixed(1)} times as long`;
  return `${name}\n  ${of} ${each}${grows}${plainly}`;
}

function milliseconds(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
