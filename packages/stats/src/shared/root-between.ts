/**
 * Where a continuous function that changes its sign between two points is 0, never outside them; NaN if it does not.
 *
 * Halving, with inverse quadratic interpolation wherever that is safe. It may be infinite at the ends.
 *
 * Source: Chandrupatla TR. A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without
 * using derivatives. Adv Eng Softw 1997;28:145–9.
 */
export function rootBetween(f: (x: number) => number, from: number, to: number): number {
  let [a, b, c] = [to, from, to];
  let [atA, atB, atC] = [f(a), f(b), Number.NaN];
  if (atA === 0) return a;
  if (atB === 0) return b;
  if (Math.sign(atA) !== -Math.sign(atB)) return Number.NaN;
  let share = 0.5;
  for (;;) {
    const x = a + share * (b - a);
    const at = f(x);
    if (Number.isNaN(at)) return Number.NaN;
    if (Math.sign(at) === Math.sign(atA)) [c, atC] = [a, atA];
    else [c, atC, b, atB] = [b, atB, a, atA];
    [a, atA] = [x, at];
    const best = Math.abs(atB) < Math.abs(atA) ? b : a;
    const least = (Number.EPSILON * Math.abs(best) + Number.MIN_VALUE) / Math.abs(b - a);
    if (atA === 0 || !(least < 0.5)) return atA === 0 ? a : best;
    const xi = (a - b) / (c - b);
    const phi = (atA - atB) / (atC - atB);
    const safe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    const quadratic =
      (atA / (atB - atA)) * (atC / (atB - atC)) + ((c - a) / (b - a)) * (atA / (atC - atA)) * (atB / (atC - atB));
    share = Math.min(1 - least, Math.max(least, safe ? quadratic : 0.5));
  }
}
