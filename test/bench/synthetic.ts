/** Rows of small areas as a national run has them: synthetic, the same at every call. */
export interface SmallAreas {
  readonly groups: number;
  readonly bands: number;
  readonly events: Float64Array;
  readonly population: Float64Array;
  readonly weights: Float64Array;
  /** Where the rows of each group start. */
  readonly starts: Int32Array;
}

const esp2013 = [5, 5.5, 5.5, 5.5, 6, 6, 6.5, 7, 7, 7, 7, 6.5, 6, 5.5, 5, 4, 2.5, 1.5, 1].map((x) => x * 1000);

/** Groups of 19 bands from 0-4 to 90+, with a mean population in each band; about 8 % of groups have fewer than 10 events. */
export function smallAreas(groups: number, meanPopulation: number): SmallAreas {
  const random = uniform(20_240_501);
  const bands = esp2013.length;
  const rows = groups * bands;
  const events = new Float64Array(rows);
  const population = new Float64Array(rows);
  const weights = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const band = i % bands;
    population[i] = 1 + Math.floor(random() * 2 * meanPopulation * (band < 16 ? 1 : 0.3));
    events[i] = Math.floor(population[i]! * random() * (0.08 + 0.012 * band));
    weights[i] = esp2013[band]!;
  }
  const starts = Int32Array.from({ length: groups + 1 }, (_, g) => g * bands);
  return { groups, bands, events, population, weights, starts };
}

/** Deaths and people of groups whose death rates rise with age as those of people do. */
export function dyingPopulations(groups: number, bandStarts: readonly number[]) {
  const random = uniform(1_994);
  const bands = bandStarts.length;
  const deaths = new Float64Array(groups * bands);
  const population = new Float64Array(groups * bands);
  for (let i = 0; i < deaths.length; i++) {
    const age = bandStarts[i % bands]!;
    population[i] = Math.ceil((400 - 4 * age) * (0.5 + random()) + 20);
    deaths[i] = Math.ceil(
      population[i]! * Math.min(0.5, 0.0001 * Math.exp(0.09 * age) + (age === 0 ? 0.004 : 0)) * 2 * random(),
    );
  }
  return { deaths, population };
}

/** A shuffle of the numbers below `count`, the same at every call. */
export function shuffled(count: number): Int32Array {
  const random = uniform(7);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

/** Numbers from 0 up to 1, by a linear congruence: good enough to time with. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
