import type { Timed } from "./measure.ts";

/**
 * Bytes that a run allocates on the heap for each group; columns of results lie outside it. It wants a process in which the
 * collector can be called and has no cause to run by itself: node --expose-gc --min-semi-space-size=512.
 *
 * The least of five runs after sixty: while the engine has not compiled a loop, it makes an object of every number in it.
 */
export function allocated({ run, groups }: Timed): number {
  if (typeof gc !== "function") throw new Error("allocated: start node with --expose-gc");
  for (let i = 0; i < 60; i++) run();
  let least = Infinity;
  for (let i = 0; i < 5; i++) {
    gc();
    const before = process.memoryUsage().heapUsed;
    const kept = run();
    const used = process.memoryUsage().heapUsed - before;
    if (kept !== undefined) least = Math.min(least, used / groups);
  }
  return Math.max(0, least);
}
