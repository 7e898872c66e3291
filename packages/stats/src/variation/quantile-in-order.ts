/** The places of the values that are known, in rising order of the values. */
export function knownInOrder(values: ArrayLike<number>): number[] {
  const places: number[] = [];
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) places.push(i);
  return places.sort((a, b) => (values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : 0));
}

/** The quantile of values in rising order, by straight lines between them: R's type 7. NaN of none. */
export function quantileInOrder(values: ArrayLike<number>, probability: number): number {
  if (values.length === 0) return Number.NaN;
  const place = (values.length - 1) * probability;
  const below = Math.floor(place);
  const low = values[below]!;
  const high = values[Math.min(below + 1, values.length - 1)]!;
  return low === high ? low : low + (place - below) * (high - low);
}
