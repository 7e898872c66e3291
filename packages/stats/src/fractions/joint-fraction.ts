/**
 * The share of cases that would not be there if none of several risks were: for risks that act independently, 1 − Π(1 − fraction).
 *
 * Fractions of single risks must not be added: the same case may be prevented by the removal of either.
 *
 * Where a part of one risk's effect runs through another (blood pressure between salt and stroke), it is taken out first:
 * fraction × Π(1 − mediated part) over the risks through which it runs.
 *
 * @param fractions attributable fraction of each risk, 1 at most; below 0 where exposure protects
 * @param mediated for each risk, the parts of its effect that run through the others, 0 to 1; default none
 * @returns a share of cases; NaN where a fraction is missing; 0 of no risks
 * @throws RangeError where a fraction is above 1 or infinite, or a mediated part is not from 0 to 1
 *
 * Source: GBD 2019 Risk Factors Collaborators. Lancet 2020;396:1223–49, appendix 1 (joint effects and mediation).
 *
 * @example
 * jointFraction([0.2, 0.3], [[0.5], []]) // 0.37
 */
export function jointFraction(fractions: readonly number[], mediated: readonly (readonly number[])[] = []): number {
  if (mediated.length > 0 && mediated.length !== fractions.length)
    throw new RangeError(
      `jointFraction: needs the mediated parts of each of ${fractions.length} risks, got those of ${mediated.length}`,
    );
  let kept = 1;
  for (const [i, fraction] of fractions.entries()) {
    if (fraction > 1 || fraction === -Infinity)
      throw new RangeError(`jointFraction: fractions must be 1 at most, got ${fraction} in risk ${i}`);
    let own = fraction;
    for (const part of mediated[i] ?? []) {
      if (!(part >= 0 && part <= 1))
        throw new RangeError(`jointFraction: mediated parts must be from 0 to 1, got ${part} in risk ${i}`);
      own *= 1 - part;
    }
    kept *= 1 - own;
  }
  return 1 - kept;
}
