import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";
import { saidOnce } from "../../published/said-once.ts";

/**
 * What perturbed counts of a census do not add up to: one note with the number of rows in which the parts differ from the total, the largest
 * difference, and the difference of all rows together; and a warning for rows in which it is too large to be noise.
 *
 * The noise of n counts, the parts and the total, grows as the square root of n; more than 8 times that is not taken for noise. In tables of data zones
 * from the Census of 2022 it was 12 at most with 3 counts (7 times), 12 with 8 and 16 with 20.
 *
 * @param total header of the column of totals
 * @param parts headers of the columns that divide it
 */
export function perturbation(
  { file, header, rows, lines }: RawTable,
  total: string,
  parts: readonly string[],
): readonly Issue[] {
  const totalAt = header.indexOf(total);
  const at = parts.map((text) => header.indexOf(text));
  const differences = rows.map(
    (row) => at.reduce((sum, column) => sum + figure(row[column]!), 0) - figure(row[totalAt]!),
  );
  const known = differences.filter((difference) => !Number.isNaN(difference));
  const unequal = known.filter((difference) => difference !== 0);
  if (unequal.length === 0) return [];
  const largest = Math.max(...unequal.map(Math.abs));
  const all = known.reduce((sum, difference) => sum + difference, 0);
  const people = rows.reduce((sum, row) => sum + (figure(row[totalAt]!) || 0), 0);
  const number = (value: number) => value.toLocaleString("en-GB");
  const tooLarge = differences.flatMap((difference, i) =>
    Math.abs(difference) > 8 * Math.sqrt(parts.length + 1) ? [lines[i]!] : [],
  );
  return [
    {
      code: "perturbed-counts",
      severity: "note",
      file,
      message:
        `the census perturbs its counts: in ${number(unequal.length)} of ${number(known.length)} rows the parts do not add up to ${total}, ` +
        `by ${number(largest)} at most; in all rows together they are ${number(all)} of ${number(people)} apart`,
      fix: "Nothing to do; take totals from the table of totals, and do not expect parts to add up.",
    },
    ...saidOnce(
      {
        code: "columns-do-not-add-up",
        severity: "warning",
        file,
        column: total,
        fix: "Compare the rows with the publisher's file: a figure was changed, or a column lost.",
      },
      tooLarge,
      (count) => `the parts differ from ${total} by more than the census's noise in ${count}`,
    ),
  ];
}

function figure(text: string): number {
  const plain = text.trim().replaceAll(",", "");
  return plain === "" ? Number.NaN : Number(plain);
}
