import { plainExponential } from "./plain-exponential.ts";
import { plainLogarithm } from "./plain-logarithm.ts";

// Doornik's form of the ziggurat: blocks of one area under exp(−x²/2), the lowest with the tail.
const blocks = 128;
const start = 3.442619855899; // where the tail of the lowest block begins
const area = 9.91256303526217e-3; // of each block

const edges = new Float64Array(blocks + 1);
const ratios = new Float64Array(blocks);
fill();

function fill(): void {
  let height = plainExponential(-0.5 * start * start);
  edges[0] = area / height;
  edges[1] = start;
  for (let i = 2; i < blocks; i++) {
    edges[i] = Math.sqrt(-2 * plainLogarithm(area / edges[i - 1]! + height));
    height = plainExponential(-0.5 * edges[i]! * edges[i]!);
  }
  edges[blocks] = 0;
  for (let i = 0; i < blocks; i++) ratios[i] = edges[i + 1]! / edges[i]!;
}

/** A standard normal number from bits and uniform numbers. */
export function ziggurat(bits: () => number, uniform: () => number): number {
  for (;;) {
    const u = 2 * uniform() - 1;
    const block = bits() & 0x7f;
    if (Math.abs(u) < ratios[block]!) return u * edges[block]!;
    if (block === 0) return fromTail(u < 0, uniform);
    const x = u * edges[block]!;
    const outer = plainExponential(-0.5 * (edges[block]! * edges[block]! - x * x));
    const inner = plainExponential(-0.5 * (edges[block + 1]! * edges[block + 1]! - x * x));
    if (inner + uniform() * (outer - inner) < 1) return x;
  }
}

/** Marsaglia's way of drawing from beyond the start of the tail. */
function fromTail(negative: boolean, uniform: () => number): number {
  for (;;) {
    const x = plainLogarithm(1 - uniform()) / start;
    const y = plainLogarithm(1 - uniform());
    if (-2 * y >= x * x) return negative ? x - start : start - x;
  }
}
