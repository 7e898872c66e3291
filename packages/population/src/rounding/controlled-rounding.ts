import {
  describeRow,
  firstThree,
  groupRows,
  type Issue,
  type KeyColumn,
  type Keys,
  type MeasureColumn,
  type Measures,
  missingAt,
  type OnlyCounts,
  PopneedsError,
  type Table,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { requireKey } from "../shared/groups-beside.ts";
import { requireCounts } from "../shared/require-counts.ts";
import { roundToMargins } from "./round-to-margins.ts";
import { roundToTotal } from "./round-to-total.ts";

/**
 * Rounds counts to whole numbers that still add up, over one key or over two at once. For the end of the work: what is computed
 * from rounded figures is wrong by more than it need be.
 *
 * Over one key, such as `age`: in every group of the other keys, the whole numbers add up to the group's sum, rounded
 * (`roundToTotal`, largest remainder). Over two, such as `age` and `area`: to the sums of every age and of every area, each
 * the whole number below or above its own (`roundToMargins`, Cox and Ernst). No figure moves by 1 or more.
 *
 * A group with a missing figure is rounded without it, and an issue says so: its sum is not known. Where a combination of two keys
 * has no row, it counts as 0, and gets none.
 *
 * @param table counts
 * @param keys  one key or two, over which they are to add up
 * @returns the same keys, counts whole
 * @throws PopneedsError `one-or-two-keys` when there are none or more; `unknown-key`, `not-additive`
 *
 * Source: Cox LH, Ernst LR. Controlled rounding. INFOR 1982;20:423–32.
 *
 * @example
 * controlledRounding(localityProjection(smallArea, projection, lookUp), "age")
 */
export function controlledRounding<K extends Keys, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
  ...keys: readonly (keyof K & string)[]
): Table<K, M> {
  const plain = table as unknown as Table;
  const names: readonly string[] = [...new Set<string>(keys)];
  if (names.length < 1 || names.length > 2)
    throw new PopneedsError({
      code: "one-or-two-keys",
      message: `controlledRounding: figures can be made to add up over one key or two; found ${names.join(", ") || "none"}`,
      fix: 'Name the key whose parts people will add up: controlledRounding(people, "age").',
    });
  for (const name of names) requireKey(plain, name, "controlledRounding");
  requireCounts(plain, "controlledRounding");
  const others = Object.entries<KeyColumn>(plain.keys).filter(([name]) => !names.includes(name));
  const { group, first } = groupRows(
    others.map(([, column]) => column),
    plain.length,
  );
  const rows = Array.from(first, (): number[] => []);
  for (let i = 0; i < plain.length; i++) rows[group[i]!]!.push(i);
  const unsure: string[] = [];
  const measures = Object.entries<MeasureColumn>(plain.measures).map(([name, column]) => {
    const values = Float64Array.from(column.values);
    for (const own of rows) {
      const there = own.filter((i) => missingAt(column, i) === null);
      if (there.length < own.length) unsure.push(describeRow(plain, own[0]!));
      for (const [i, value] of roundedRows(plain, column, there, names)) values[i] = value;
    }
    return [name, Object.freeze({ ...column, values })] as const;
  });
  return uncheckedTable({
    ...plain,
    measures: Object.fromEntries(measures),
    issues: [...table.issues, ...withoutSome(unsure)],
    provenance: withStep(table.provenance, `rounded to whole numbers that add up over ${names.join(" and ")}`),
  }) as unknown as Table<K, M>;
}

/** Rows and their rounded figures. */
function roundedRows(
  table: Table,
  column: MeasureColumn,
  rows: readonly number[],
  [across, down]: readonly string[],
): readonly (readonly [number, number])[] {
  if (down === undefined) {
    const rounded = roundToTotal(rows.map((i) => column.values[i]!));
    return rows.map((i, k) => [i, rounded[k]!]);
  }
  const [x, y] = [table.keys[across!]!, table.keys[down]!];
  const xs = [...new Set(rows.map((i) => x.codes[i]!))];
  const ys = [...new Set(rows.map((i) => y.codes[i]!))];
  const [atX, atY] = [xs, ys].map((codes) => new Map(codes.map((code, k) => [code, k]))) as [
    Map<number, number>,
    Map<number, number>,
  ];
  const matrix = ys.map(() => new Array<number>(xs.length).fill(0));
  const place = (i: number) => [atY.get(y.codes[i]!)!, atX.get(x.codes[i]!)!] as const;
  for (const i of rows) {
    const [row, at] = place(i);
    matrix[row]![at] = column.values[i]!;
  }
  const { cells } = roundToMargins(matrix);
  return rows.map((i) => {
    const [row, at] = place(i);
    return [i, cells[row]![at]!];
  });
}

function withoutSome(places: readonly string[]): Issue[] {
  if (places.length === 0) return [];
  return [
    {
      code: "rounded-without-some",
      severity: "note",
      message: `controlledRounding: ${places.length} groups have missing figures, and the others were rounded without them: ${firstThree(places).join("; ")}`,
      fix: "Do not take the sum of these figures for that of the whole group.",
    },
  ];
}
