import { countBy } from "./count-by.ts";
import type { CountRequest, Engine } from "./engine.ts";
import type { Counts, Keys, Table } from "./table.ts";

/** The engine that counts in the memory of this process, in Node or in a browser. */
export function inMemoryEngine(): Engine {
  return {
    name: "memory",
    async count<K extends Keys, M extends Counts, B extends keyof K & string>({
      from,
      by,
      rollUp,
    }: CountRequest<K, M, B>) {
      return countBy(from, by, rollUp ?? null) as unknown as Table<Pick<K, B>, M>;
    },
    async close() {},
  };
}
