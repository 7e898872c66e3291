/** An area: what a code stands for. Its code is its key; names may be shared. */
export interface Area {
  readonly code: string;
  /** The kind of area: `locality`, `partnership`, `board` … */
  readonly level: string;
  readonly name: string;
  /** Name in an address, unique within the level: `dumfries-and-galloway/nithsdale`. */
  readonly address: string;
}

/** An area as messages print it: name, level and code. */
export function describeArea({ name, level, code }: Area): string {
  return `${name} (${level}, ${code})`;
}
