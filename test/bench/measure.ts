/** One thing to time: what it does to how many groups, and the plain way to the same figures. */
export interface Timed {
  readonly name: string;
  readonly groups: number;
  readonly run: () => unknown;
  /** The same with one call and one object a group, as a loop would do it; over so many groups only, where it is slow. */
  readonly plain?: { readonly groups: number; readonly run: () => unknown };
}

/** How long it took. */
export interface Measured {
  readonly name: string;
  readonly groups: number;
  /** Milliseconds: the least, the median and the most of the runs. */
  readonly least: number;
  readonly median: number;
  readonly most: number;
  /** How many times as long the plain way takes for as many groups, in the same run; `null` where there is none. */
  readonly ratio: number | null;
}

/**
 * Times something: ten times to warm up, then `runs` times; the plain way after each run, so that both see the same machine.
 */
export function measure({ name, groups, run, plain }: Timed, runs = 7): Measured {
  for (let i = 0; i < 10; i++) run();
  plain?.run();
  const times: number[] = [];
  const plainTimes: number[] = [];
  for (let i = 0; i < runs; i++) {
    times.push(millisecondsOf(run));
    if (plain) plainTimes.push((millisecondsOf(plain.run) / plain.groups) * groups);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    name,
    groups,
    least: sorted[0]!,
    median: medianOf(times),
    most: sorted.at(-1)!,
    ratio: plain ? medianOf(plainTimes.map((time, i) => time / times[i]!)) : null,
  };
}

function millisecondsOf(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
