/**
 * Moves the value of one rank to its place, with nothing above it before it and nothing below it behind: what is needed of a
 * sort where two ranks of 100,000 draws are asked for, in a tenth of the time.
 *
 * @param values numbers, of which none is NaN; they change places
 * @param rank   the place asked for, from 0, within `from` and the end
 * @param from   where to begin, where all before it are in their part already
 * @returns the value of that rank
 *
 * Source: Hoare CAR. Algorithm 65: find. Commun ACM 1961;4:321–2; the pivot is the median of three.
 */
export function placeRank(values: Float64Array, rank: number, from = 0): number {
  let left = from;
  let right = values.length - 1;
  while (left < right) {
    const pivot = medianOf(values[left]!, values[(left + right) >>> 1]!, values[right]!);
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const moved = values[i]!;
      values[i++] = values[j]!;
      values[j--] = moved;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else break;
  }
  return values[rank]!;
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
