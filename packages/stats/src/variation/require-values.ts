/** Refuses values of which no quotient can be made. NaN passes. */
export function requireValues(caller: string, values: ArrayLike<number>): void {
  if (values.length === 0) throw new RangeError(`${caller}: needs at least one value, got none`);
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < 0 || values[i] === Infinity) {
      throw new RangeError(`${caller}: values must be 0 or more, got ${values[i]} in area ${i}`);
    }
  }
}
