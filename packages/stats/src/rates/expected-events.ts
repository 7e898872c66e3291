import { requireEvents, requirePopulation, requireSameLength } from "../shared/require.ts";

/**
 * The events that a population would have if each stratum had the rate of a reference.
 *
 * E = Σ n·x′ ÷ n′, with n people of the population, and x′ events among n′ people of the reference.
 *
 * @param population          person-years in each stratum, 0 or more
 * @param referenceEvents     events of the reference in each stratum, 0 or more
 * @param referencePopulation person-years of the reference in each stratum, above 0
 * @returns events; 0 where nobody lives in any stratum or the reference has no events; NaN where a population or a count of
 * the reference is missing
 * @throws RangeError where a number is negative or infinite, a reference population is missing or not above 0, or the
 * columns differ in length or are empty
 *
 * Source: Breslow NE, Day NE. Statistical methods in cancer research, vol. II. IARC, 1987, 2.3.
 * Reference: `calculate_ISRatio` of PHEindicatormethods 2.1.0, to 1e-11 relative.
 *
 * @example
 * expectedEvents([2_000, 1_000], [300, 800], [30_000, 20_000]) // 60
 */
export function expectedEvents(
  population: ArrayLike<number>,
  referenceEvents: ArrayLike<number>,
  referencePopulation: ArrayLike<number>,
): number {
  requireSameLength("expectedEvents", { population, referenceEvents, referencePopulation });
  let expected = 0;
  for (let i = 0; i < population.length; i++) {
    const n = population[i]!;
    const where = ` in stratum ${i}`;
    if (n < 0 || n === Infinity) {
      throw new RangeError(`expectedEvents: population must be 0 or more, got ${n}${where}`);
    }
    requireEvents("expectedEvents", referenceEvents[i]!, ` of the reference${where}`);
    requirePopulation("expectedEvents", referencePopulation[i]!, ` of the reference${where}`);
    expected += (n * referenceEvents[i]!) / referencePopulation[i]!;
  }
  return expected;
}
