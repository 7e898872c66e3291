/** People, rates and their factors, as columns that a projection of burden is made of. The first time is that against which change is told. */
export interface ProjectionColumns {
  /** How many times (years), causes and strata (ages, or ages and sexes) there are. */
  readonly times: number;
  readonly causes: number;
  readonly strata: number;
  /** People, 0 or more: strata of times of areas; stratum after stratum, then time after time, then area after area. */
  readonly people: ArrayLike<number>;
  /** Burden per person, strata of causes; of one set for all areas, or of several sets. */
  readonly rates: ArrayLike<number>;
  /** By how much rates are multiplied, strata of causes of times. Default 1 throughout. */
  readonly factors?: ArrayLike<number>;
  /** For each area, which set of rates is its own. Default the first. */
  readonly ratesOf?: ArrayLike<number>;
}

/** Columns that have been checked, as typed arrays. */
export interface CheckedColumns {
  readonly areas: number;
  readonly sets: number;
  readonly times: number;
  readonly causes: number;
  readonly strata: number;
  readonly people: Float64Array;
  readonly rates: Float64Array;
  readonly factors: Float64Array;
  readonly ratesOf: Int32Array;
}

/** Refuses columns that do not match. */
export function checkedColumns(caller: string, columns: ProjectionColumns): CheckedColumns {
  const { times, causes, strata } = columns;
  for (const [name, value] of Object.entries({ times, causes, strata }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${caller}: ${name} must be a whole number above 0, got ${value}`);
  const areas = columns.people.length / (times * strata);
  const sets = columns.rates.length / (causes * strata);
  const size = times * causes * strata;
  const wanted = columns.factors?.length ?? size;
  if (!Number.isInteger(areas) || !Number.isInteger(sets) || wanted !== size)
    throw new RangeError(
      `${caller}: needs people of ${times} times × ${strata} strata, rates of ${causes} causes × ${strata} strata, and factors of ${times} × ${causes} × ${strata}, got ${columns.people.length}, ${columns.rates.length} and ${columns.factors?.length ?? "none"}`,
    );
  const people = typed(columns.people);
  for (let i = 0; i < people.length; i++)
    if (people[i]! < 0 || people[i] === Infinity)
      throw new RangeError(`${caller}: people must be 0 or more, got ${people[i]} in row ${i}`);
  const ratesOf = Int32Array.from(columns.ratesOf ?? { length: areas }, (set) => set ?? 0);
  if (ratesOf.length !== areas)
    throw new RangeError(`${caller}: ratesOf needs a set for each of ${areas} areas, got ${ratesOf.length}`);
  for (let area = 0; area < areas; area++) {
    const set = columns.ratesOf?.[area] ?? 0;
    if (!Number.isInteger(set) || set < 0 || set >= sets)
      throw new RangeError(`${caller}: ratesOf must be sets from 0 to ${sets - 1}, got ${set} in area ${area}`);
  }
  return {
    areas,
    sets,
    times,
    causes,
    strata,
    people,
    rates: typed(columns.rates),
    factors: columns.factors ? typed(columns.factors) : new Float64Array(size).fill(1),
    ratesOf,
  };
}

function typed(column: ArrayLike<number>): Float64Array {
  return column instanceof Float64Array ? column : Float64Array.from(column);
}
