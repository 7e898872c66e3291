import type { Issue } from "@popneeds/core";
import { category } from "../../field.ts";
import { csvList } from "../../published/csv-list.ts";
import type { RawTable } from "../../published/raw-table.ts";
import type { Reader } from "../../published/reader.ts";
import { saidOnce } from "../../published/said-once.ts";

const folds = ["UrbanRural8fold2020", "UrbanRural6fold2020", "UrbanRural3fold2020", "UrbanRural2fold2020"];
const classes = (number: number) => ({ values: Array.from({ length: number }, (_, i) => String(i + 1)) });

/**
 * The Scottish Government's urban rural classification of 2020: the class of each data zone of 2011 in each of its four forms.
 *
 * The classes of one form lie within those of the next coarser one; a data zone that breaks this is a warning.
 */
export const urbanRuralReader: Reader = csvList({
  name: "look-up-urban-rural-2020",
  title: "Urban Rural Classification 2020 by data zone",
  publisher: "Scottish Government",
  licence: "Open Government Licence v3.0",
  keys: {
    dataZone: category("DataZone"),
    twofold: category("UrbanRural2fold2020", classes(2)),
    threefold: category("UrbanRural3fold2020", classes(3)),
    sixfold: category("UrbanRural6fold2020", classes(6)),
    eightfold: category("UrbanRural8fold2020", classes(8)),
  },
  once: "DataZone",
  doubts: (cells) => folds.slice(1).flatMap((coarse, i) => classesThatAreSplit(cells, folds[i]!, coarse)),
});

/** Rows whose class lies in another coarser class than that of most rows of the same class. */
function classesThatAreSplit({ file, header, rows, lines }: RawTable, fine: string, coarse: string): readonly Issue[] {
  const [fineAt, coarseAt] = [header.indexOf(fine), header.indexOf(coarse)];
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const of = counts.get(row[fineAt]!.trim()) ?? new Map<string, number>();
    counts.set(row[fineAt]!.trim(), of);
    of.set(row[coarseAt]!.trim(), (of.get(row[coarseAt]!.trim()) ?? 0) + 1);
  }
  const usual = new Map([...counts].map(([text, of]) => [text, [...of].sort((a, b) => b[1] - a[1])[0]![0]]));
  return saidOnce(
    {
      code: "classes-do-not-nest",
      severity: "warning",
      file,
      column: coarse,
      fix: "Compare the rows with the publisher's file.",
    },
    rows.flatMap((row, i) => (usual.get(row[fineAt]!.trim()) === row[coarseAt]!.trim() ? [] : [lines[i]!])),
    (count) => `${coarse} is not that of the other rows with the same ${fine} in ${count}`,
  );
}
