/** A function of a point and of three parameters, so that nothing has to be made for each area to hold them. */
export type Rising = (x: number, first: number, second: number, third: number) => number;

/**
 * Where a rising function is 0, to the last few bits: bracketed from a guess, then by regula falsi in the Illinois
 * manner.
 *
 * @param least, most ends beyond which it is not looked for; either is the answer where the sign does not change before
 * it
 */
export function risingRoot(
  f: Rising,
  first: number,
  second: number,
  third: number,
  guess: number,
  least: number,
  most: number,
): number {
  let reach = 0.5 + 0.02 * Math.sqrt(Math.max(0, guess));
  let a = Math.max(least, guess - reach);
  let fa = f(a, first, second, third);
  for (; fa > 0; reach *= 2) {
    if (a === least) return least;
    a = Math.max(least, a - reach);
    fa = f(a, first, second, third);
  }
  let b = Math.min(most, Math.max(a, guess + reach));
  let fb = f(b, first, second, third);
  for (; fb < 0; reach *= 2) {
    if (b === most) return most;
    b = Math.min(most, b + reach);
    fb = f(b, first, second, third);
  }
  if (Number.isNaN(fa + fb)) return Number.NaN;

  for (let step = 0; step < 200 && fb !== 0; step++) {
    if (fa === 0) return a;
    const chord = b - (fb * (b - a)) / (fb - fa);
    // Halve where an end is infinite, or so far off that rounding leaves the bracket.
    const next = (chord - a) * (chord - b) < 0 ? chord : (a + b) / 2;
    const value = f(next, first, second, third);
    const moved = Math.abs(next - b);
    if (value < 0 === fb < 0) fa /= 2;
    else {
      a = b;
      fa = fb;
    }
    b = next;
    fb = value;
    if (moved <= 1e-15 * Math.abs(b) || Math.abs(b - a) <= 1e-15 * Math.abs(b)) break;
  }
  return b;
}
