/** The twenty bands of abridged life tables: 0, 1 to 4, then by five to 90 and over. */
export const abridged: readonly number[] = [0, 1, ...Array.from({ length: 18 }, (_, k) => 5 + 5 * k)];

/** Death rates of a population with a life expectancy of about 80 years, from Gompertz's law with infant deaths. */
export const rates: readonly number[] = abridged.map((age, k) => {
  const middle = age + (k === 0 ? 0 : k === 1 ? 2 : 2.5);
  return (k === 0 ? 0.004 : 0.0001) + 0.00002 * Math.exp(0.0995 * middle);
});

/** Numbers from 0 up to 1, the same at every call: Marsaglia's xorshift. */
export function seeded(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}

/** A count of Poisson's distribution with a mean, by Knuth's product, in pieces small enough for it. */
export function sampled(random: () => number, mean: number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 30) {
    const floor = Math.exp(-Math.min(left, 30));
    for (let product = random(); product > floor; product *= random()) count++;
  }
  return count;
}

/** People in twenty bands, fewer in the old, about `mean` in each of the others; some bands of small groups are empty. */
export function population(random: () => number, mean: number): number[] {
  return abridged.map((_, k) => Math.floor(random() * 2 * mean * (k === 0 ? 0.2 : k < 16 ? 1 : (20 - k) / 6)));
}
