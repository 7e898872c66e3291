import type { LookUp } from "./look-up.ts";
import type { Counts, Keys, Table } from "./table.ts";

/** A question to an engine: which counts, over which keys, rolled up to which levels. */
export interface CountRequest<K extends Keys, M extends Counts, B extends keyof K & string> {
  readonly from: Table<K, M>;
  /** The keys that remain. */
  readonly by: readonly B[];
  /** From the areas of `from` to the areas of each level wanted; the answer then has the key `level`. */
  readonly rollUp?: readonly LookUp[];
}

/**
 * Something that can count. Integers in, integers out: all engines agree to the unit.
 *
 * An engine knows no rate and no geography; what it needs of a geography comes with the request.
 */
export interface Engine {
  readonly name: string;
  count<K extends Keys, M extends Counts, B extends keyof K & string>(
    request: CountRequest<K, M, B>,
  ): Promise<Table<Pick<K, B>, M>>;
  close(): Promise<void>;
}
