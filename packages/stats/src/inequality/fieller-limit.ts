/**
 * One of Fieller's limits of one quantity divided by another: the ratio ρ at which last − ρ·first is z of its standard errors
 * from 0. None, NaN, where the divisor may be 0.
 *
 * @param first, last the divisor and what is divided
 * @param ofFirst, ofBoth, ofLast variance of the divisor, covariance, variance of what is divided
 * @param z    deviate, of the normal or of Student's t
 * @param side −1 for the lower limit, 1 for the upper
 *
 * Source: Fieller EC. Some problems in interval estimation. J R Stat Soc B 1954;16:175–85.
 */
export function fiellerLimit(
  first: number,
  last: number,
  ofFirst: number,
  ofBoth: number,
  ofLast: number,
  z: number,
  side: -1 | 1,
): number {
  const a = first * first - z * z * ofFirst;
  if (!(a > 0)) return Number.NaN;
  const b = first * last - z * z * ofBoth;
  const c = last * last - z * z * ofLast;
  return (b + side * Math.sqrt(Math.max(0, b * b - a * c))) / a;
}
