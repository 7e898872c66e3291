/** Refuses standard errors that are not one for each group, negative or infinite. NaN passes: it is not known. */
export function requireStandardErrors(caller: string, standardErrors: ArrayLike<number>, groups: number): void {
  if (standardErrors.length !== groups) {
    throw new RangeError(
      `${caller}: values, standard errors must be of one length, got ${groups}, ${standardErrors.length}`,
    );
  }
  for (let i = 0; i < groups; i++) {
    if (standardErrors[i]! < 0 || standardErrors[i] === Infinity) {
      throw new RangeError(`${caller}: standard errors must be 0 or more, got ${standardErrors[i]} in group ${i}`);
    }
  }
}
