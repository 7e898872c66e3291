import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";

/**
 * A warning when ill health is higher in quintile 5 than in quintile 1 in most groups: 5 must then be the most deprived, the other way round
 * than in the Scottish Index of Multiple Deprivation, where it is 1. Nothing is renumbered.
 *
 * Groups are all rows that differ in nothing but the quintile (`ses`) and the figures. Columns: `ses`, `rate`.
 */
export function orderOfQuintiles({ file, header, rows }: RawTable): readonly Issue[] {
  const [quintile, rate] = [header.indexOf("ses"), header.indexOf("rate")];
  const kept = ["age", "ethnicity", "outcome"].map((text) => header.indexOf(text));
  const groups = new Map<string, { first: number; last: number }>();
  for (const row of rows) {
    const key = kept.map((at) => row[at]).join("\n");
    const group = groups.get(key) ?? { first: Number.NaN, last: Number.NaN };
    groups.set(key, group);
    if (row[quintile] === "1") group.first = Number(row[rate]);
    if (row[quintile] === "5") group.last = Number(row[rate]);
  }
  const both = [...groups.values()].filter(({ first, last }) => !Number.isNaN(first) && !Number.isNaN(last));
  const higher = both.filter(({ first, last }) => last > first).length;
  if (higher * 2 <= both.length) return [];
  return [
    {
      code: "quintiles-other-way-round",
      severity: "warning",
      file,
      column: "ses",
      message: `the rates are higher in quintile 5 than in quintile 1 in ${higher} of ${both.length} groups: 5 looks like the most deprived, not 1 as in the Scottish Index of Multiple Deprivation`,
      fix: "Turn the quintiles round before you set them beside other tables: 6 less the number.",
    },
  ];
}
