/** A band of ages: its middle in years from where the open band starts, deaths and person-years. */
export interface RateAt {
  readonly x: number;
  readonly deaths: number;
  readonly population: number;
}

/** The law of Makeham, μ = floor + exp(level + slope × x). */
export interface Makeham {
  readonly floor: number;
  readonly level: number;
  readonly slope: number;
}

/**
 * Fits the law of Makeham by maximum likelihood of Poisson deaths, the floor 0 or more: Fisher's scoring, steps halved until the likelihood rises.
 *
 * The floor is let go while the likelihood would only rise below 0, which leaves the law of Gompertz.
 *
 * @param start a fit with a floor of 0, such as Gompertz's
 * @returns the law; its slope is NaN where bands do not tell it
 */
export function fitMakeham(bands: readonly RateAt[], start: Makeham): Makeham {
  let now: number[] = [start.floor, start.level, start.slope];
  let best = likelihood(bands, now);
  for (let step = 0; step < 500; step++) {
    const { gradient, information } = derivatives(bands, now);
    const held = now[0] === 0 && gradient[0]! <= 0;
    const free = held ? [1, 2] : [0, 1, 2];
    const move = [0, 0, 0];
    const solved = solve(
      free.map((i) => free.map((j) => information[i]![j]!)),
      free.map((i) => gradient[i]!),
    );
    if (solved.some((own) => !Number.isFinite(own))) return { ...start, slope: Number.NaN };
    for (const [k, i] of free.entries()) move[i] = solved[k]!;
    let part = 1;
    const at = (share: number) =>
      now.map((own, i) => (i === 0 ? Math.max(0, own + share * move[i]!) : own + share * move[i]!));
    while (part > 1e-12 && !(likelihood(bands, at(part)) >= best)) part /= 2;
    if (part <= 1e-12) break;
    const next = at(part);
    const change = Math.max(...next.map((own, i) => Math.abs(own - now[i]!) / (Math.abs(own) + 1e-12)));
    now = next;
    best = likelihood(bands, now);
    if (change < 1e-12) break;
  }
  return { floor: now[0]!, level: now[1]!, slope: now[2]! };
}

function derivatives(bands: readonly RateAt[], [floor, level, slope]: readonly number[]) {
  const gradient = [0, 0, 0];
  const information = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (const { x, deaths, population } of bands) {
    const rising = Math.exp(level! + slope! * x);
    const rate = floor! + rising;
    const by = [1, rising, rising * x];
    for (let i = 0; i < 3; i++) {
      gradient[i]! += (deaths / rate - population) * by[i]!;
      for (let j = 0; j < 3; j++) information[i]![j]! += (population / rate) * by[i]! * by[j]!;
    }
  }
  return { gradient, information };
}

function likelihood(bands: readonly RateAt[], [floor, level, slope]: readonly number[]): number {
  let sum = 0;
  for (const { x, deaths, population } of bands) {
    const rate = floor! + Math.exp(level! + slope! * x);
    sum += (deaths === 0 ? 0 : deaths * Math.log(rate)) - population * rate;
  }
  return sum;
}

/** Solves two or three equations whose matrix is positive definite, each scaled to a diagonal of 1. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const scale = matrix.map((row, i) => Math.sqrt(row[i]!));
  const a = matrix.map((row, i) => row.map((own, j) => own / (scale[i]! * scale[j]!)));
  const x = right.map((own, i) => own / scale[i]!);
  for (let i = 0; i < x.length; i++)
    for (let k = i + 1; k < x.length; k++) {
      const by = a[k]![i]! / a[i]![i]!;
      for (let j = i; j < x.length; j++) a[k]![j]! -= by * a[i]![j]!;
      x[k]! -= by * x[i]!;
    }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i]! -= a[i]![j]! * x[j]!;
    x[i]! /= a[i]![i]!;
  }
  return x.map((own, i) => own / scale[i]!);
}
