/** A raw file is missing or does not hold what it must. The message names the file and, where there is one, the row. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

/** A place in a raw file. */
export interface Place {
  readonly file: string;
  /** Line of the file as an editor counts it; left out for a statement about the whole file. */
  readonly line?: number;
}

/** Stops the build unless `holds`. */
export function check(holds: boolean, place: Place, message: string | (() => string)): asserts holds {
  if (holds) return;
  const where = place.line === undefined ? place.file : `${place.file}, row ${place.line}`;
  throw new BuildError(`${where}: ${typeof message === "string" ? message : message()}`);
}

/** Stops the build unless two lists of numbers are equal, naming the first label at which they differ. */
export function checkEqual(
  found: readonly number[],
  expected: readonly number[],
  labels: readonly string[],
  place: Place,
  what: string,
): void {
  const at = expected.findIndex((value, index) => value !== found[index]);
  check(
    found.length === expected.length && at === -1,
    place,
    () => `${what}: ${found[at]} is not ${expected[at]} (${labels[at] ?? "length"})`,
  );
}
