import type { Issue } from "@popneeds/core";
import type { RawTable } from "../published/raw-table.ts";
import type { Doubting } from "./doubt.ts";
import type { RawColumn } from "./raw-columns.ts";
import type { ColumnDraft } from "./schema-draft.ts";

/** Columns of counts that are the sum of all others in every row, as persons beside females and males. */
export function totalColumns(
  drafts: readonly ColumnDraft[],
  columns: readonly RawColumn[],
  { rows }: RawTable,
  doubt: Doubting,
): readonly Issue[] {
  const counts = drafts.filter(({ field }) => field?.field === "count");
  if (counts.length < 3) return [];
  const of = counts.map(({ position }) => columns.find(({ at }) => at === position - 1)!);
  const numbers = of.map(({ values }) => values.map((text) => Number(text.replaceAll(",", "") || Number.NaN)));
  return counts.flatMap(({ header }, c): Issue[] => {
    let compared = 0;
    for (let i = 0; i < rows.length; i++) {
      let sum = 0;
      for (let k = 0; k < of.length; k++) if (k !== c) sum += numbers[k]![of[k]!.codes[i]!]!;
      const printed = numbers[c]![of[c]!.codes[i]!]!;
      if (Number.isNaN(sum) || Number.isNaN(printed)) continue;
      if (sum !== printed) return [];
      if (printed > 0) compared++;
    }
    if (compared < 3) return [];
    return [
      doubt(
        "warning",
        "total-column",
        `${header} is the sum of ${counts
          .filter((_, k) => k !== c)
          .map((other) => other.header)
          .join(", ")} in every row: a total of the columns beside it`,
        "Never add the columns up with it; leave it out of the schema, or keep it to check the others.",
        { column: header },
      ),
    ];
  });
}
