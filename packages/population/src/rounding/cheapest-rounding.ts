/**
 * Which parts of a table are rounded up (1) and which down (0), so that every row and column keeps its sum, a whole number, at
 * the least cost.
 *
 * A flow from rows to columns: a row sends out its sum, a column takes in its own, and each part that is not 0 can carry one.
 * Paths of least cost are added one by one (Bellman and Ford on what is left, with a queue), which ends in the cheapest flow,
 * whole in every part.
 *
 * Source: Ahuja RK, Magnanti TL, Orlin JB. Network Flows, 1993, section 9.7.
 */
export function cheapestRounding(
  parts: readonly (readonly number[])[],
  costs: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const [height, width] = [parts.length, parts[0]?.length ?? 0];
  const up = parts.map(() => new Array<number>(width).fill(0));
  const sum = (numbers: readonly number[]) => Math.round(numbers.reduce((a, b) => a + b, 0));
  const supply = parts.map(sum);
  const demand = Array.from({ length: width }, (_, j) => sum(parts.map((row) => row[j]!)));
  const open = parts.map((row) => row.flatMap((part, j) => (part > 0 ? [j] : [])));
  const openOf = Array.from({ length: width }, (_, j) => parts.flatMap((row, i) => (row[j]! > 0 ? [i] : [])));
  const nodes = height + width;
  for (;;) {
    const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(nodes).fill(-1);
    const queued = new Uint8Array(nodes);
    const queue: number[] = [];
    const reach = (node: number, from: number, cost: number): void => {
      if (!(cost < distance[node]! - 1e-12)) return;
      distance[node] = cost;
      before[node] = from;
      if (queued[node] === 0) {
        queued[node] = 1;
        queue.push(node);
      }
    };
    for (let i = 0; i < height; i++) if (supply[i]! > 0) reach(i, -1, 0);
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at]!;
      queued[node] = 0;
      if (node < height) {
        for (const j of open[node]!)
          if (up[node]![j] === 0) reach(height + j, node, distance[node]! + costs[node]![j]!);
      } else {
        const j = node - height;
        for (const i of openOf[j]!) if (up[i]![j] === 1) reach(i, node, distance[node]! - costs[i]![j]!);
      }
    }
    let end = -1;
    for (let j = 0; j < width; j++)
      if (demand[j]! > 0 && distance[height + j]! < (end === -1 ? Number.POSITIVE_INFINITY : distance[height + end]!))
        end = j;
    if (end === -1) return up;
    demand[end]! -= 1;
    let node = height + end;
    while (before[node] !== -1) {
      const from = before[node]!;
      if (from < height) up[from]![node - height] = 1;
      else up[node]![from - height] = 0;
      node = from;
    }
    supply[node]! -= 1;
  }
}
