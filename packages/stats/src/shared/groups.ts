/**
 * Which rows of a column belong to which group.
 *
 * `starts`: rows of one group lie together; group g holds rows `starts[g]` up to, not including, `starts[g + 1]`, so that
 * there is one start more than there are groups. `of`: rows in any order; row i belongs to group `of[i]`, from 0 to
 * `count − 1`.
 */
export type Groups =
  | { readonly starts: ArrayLike<number> }
  | { readonly of: ArrayLike<number>; readonly count: number };

/** How many groups there are. */
export function groupCount(groups: Groups): number {
  return "starts" in groups ? Math.max(0, groups.starts.length - 1) : groups.count;
}

/** Refuses groups that do not cover the rows: starts that fall or stop short, a group number out of range. */
export function requireGroups(caller: string, groups: Groups, rows: number): void {
  if ("starts" in groups) {
    const { starts } = groups;
    const ordered = starts.length > 0 && starts[0] === 0 && starts[starts.length - 1] === rows;
    let falls = 0;
    for (let g = 1; g < starts.length; g++) if (!(starts[g]! >= starts[g - 1]!)) falls++;
    if (!ordered || falls > 0) {
      throw new RangeError(
        `${caller}: starts must rise from 0 to the number of rows, ${rows}, got ${starts[0]} to ${starts[starts.length - 1]}`,
      );
    }
    return;
  }
  const { of, count } = groups;
  if (of.length !== rows) throw new RangeError(`${caller}: needs a group for each of ${rows} rows, got ${of.length}`);
  for (let i = 0; i < rows; i++) {
    if (!(of[i]! >= 0 && of[i]! < count)) {
      throw new RangeError(`${caller}: groups must be from 0 to ${count - 1}, got ${of[i]} in row ${i}`);
    }
  }
}
