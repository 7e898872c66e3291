import {
  type Age,
  describeRow,
  firstThree,
  type Issue,
  type Keys,
  type Measures,
  type Missing,
  measureColumn,
  type OnlyCounts,
  type Table,
  uncheckedTable,
  withStep,
} from "@popneeds/core";
import { type AgesOfGroup, agesOfGroups } from "./ages-of-groups.ts";

/**
 * The age that half of the people have not yet reached, group by group.
 *
 * In the age a in which the count from the youngest up first reaches half of all: from + width × (N ÷ 2 − C) ÷ n, with N all
 * people, C those below a and n those in it, as if birthdays were spread evenly over the age. Of wider bands it is less exact.
 *
 * Missing where nobody lives (`no population`), where an age is missing (for its reason) or not there (`incomplete`), and where
 * half of the people are in the open band (`not available`; an issue says so).
 *
 * @param table one count of people by age, of any keys beside; sum over sex first for the median of both
 * @returns the keys without `age`; `medianAge` in years
 * @throws PopneedsError `overlapping-ages`, `unknown-key`, `one-measure`, `not-additive`
 *
 * Source: National Records of Scotland, mid-year population estimates, which interpolates likewise in single years.
 * Reference: its table 7 of mid-2019, 47 areas by sex: all 141 agree to the last digit of the workbook.
 *
 * @example
 * medianAge(sumOver(people, "sex"))
 */
export function medianAge<K extends Keys & { readonly age: Age }, M extends Measures>(
  table: Table<K, M> & OnlyCounts<M>,
): Table<{ readonly [P in Exclude<keyof K, "age">]: K[P] }, { readonly medianAge: "score" }> {
  const { groups, keys } = agesOfGroups(table as unknown as Table, ["age"], "medianAge");
  const medians = groups.map(medianOf);
  const result = uncheckedTable({
    keys,
    measures: { medianAge: measureColumn("score", medians) },
    provenance: withStep(table.provenance, "median age, interpolated within the age that holds it"),
  });
  const open = medians.flatMap((median, i) =>
    median === "not available" && groups[i]!.missing === null ? [describeRow(result as unknown as Table, i)] : [],
  );
  return uncheckedTable({ ...result, issues: [...table.issues, ...inOpenBand(open)] }) as unknown as Table<
    { readonly [P in Exclude<keyof K, "age">]: K[P] },
    { readonly medianAge: "score" }
  >;
}

function medianOf({ cells, missing }: AgesOfGroup): number | Missing {
  if (missing) return missing;
  const inOrder = [...cells].sort((a, b) => a.age.from - b.age.from);
  const all = inOrder.reduce((sum, { people }) => sum + people, 0);
  if (!(all > 0)) return "no population";
  let below = 0;
  for (const { age, people } of inOrder) {
    if (below + people >= all / 2 && people > 0)
      return age.to === Number.POSITIVE_INFINITY
        ? "not available"
        : age.from + ((age.to - age.from) * (all / 2 - below)) / people;
    below += people;
  }
  return "not available";
}

function inOpenBand(places: readonly string[]): Issue[] {
  if (places.length === 0) return [];
  return [
    {
      code: "median-in-open-band",
      severity: "warning",
      message: `medianAge: half of the people are in the open band in ${places.length} groups, whose median cannot be told: ${firstThree(places).join("; ")}`,
      fix: "Give ages that reach higher.",
    },
  ];
}
