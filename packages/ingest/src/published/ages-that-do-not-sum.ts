import { type Issue, parseAge } from "@popneeds/core";
import type { RawTable } from "./raw-table.ts";

/**
 * An issue for each row whose ages do not add up to the figure that the publisher prints for all ages.
 *
 * Blank ages or totals, and what is no number, are passed over: the reading of the row says what is wrong with them.
 *
 * @param total header of the column of all ages
 */
export function agesThatDoNotSum({ file, header, rows, lines }: RawTable, total: string): readonly Issue[] {
  const totalAt = header.indexOf(total);
  const ages = header.flatMap((text, at) => (/^(age)?\s*\d/i.test(text) && parseAge(text) ? [at] : []));
  if (totalAt === -1 || ages.length === 0) return [];
  return rows.flatMap((row, i): Issue[] => {
    const printed = figure(row[totalAt]!);
    let sum = 0;
    for (const at of ages) sum += figure(row[at]!);
    if (Number.isNaN(printed) || Number.isNaN(sum) || sum === printed) return [];
    return [
      {
        code: "ages-do-not-sum",
        severity: "warning",
        file,
        line: lines[i]!,
        column: total,
        found: row[totalAt]!,
        message: `the ages sum to ${sum.toLocaleString("en-GB")}; ${total} is ${printed.toLocaleString("en-GB")}`,
        fix: "Compare the row with the publisher's file: a figure was changed, or a column lost.",
      },
    ];
  });
}

function figure(text: string): number {
  const plain = text.trim().replaceAll(",", "");
  return plain === "" ? Number.NaN : Number(plain);
}
