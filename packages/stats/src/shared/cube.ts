/**
 * x³ by multiplication. The power operator is rounded differently by different versions of JavaScript engines, and the
 * same counts must give the same digits in all of them.
 */
export function cube(x: number): number {
  return x * x * x;
}
