import type { Issue } from "@popneeds/core";
import type { Grid } from "../../published/grids-of.ts";

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/**
 * A warning where a sheet in the accessible style has another number of tables than it says: `This worksheet contains five tables`.
 * A sheet that does not say is passed over.
 */
export function tablesMissing({ file, rows, lineOf }: Grid, found: number): readonly Issue[] {
  const at = rows.findIndex(([first = ""]) => pattern.test(first));
  const word = at === -1 ? undefined : pattern.exec(rows[at]![0]!)![1]!.toLowerCase();
  const said = word === undefined ? -1 : words.indexOf(word);
  if (said === -1 || said === found) return [];
  return [
    {
      code: "tables-missing",
      severity: "warning",
      file,
      line: lineOf(at),
      message: `the sheet says that it contains ${word} ${said === 1 ? "table" : "tables"}; found ${found}`,
      fix: "Compare the sheet with the publisher's: the header of a table was lost, or one was added.",
    },
  ];
}

const pattern = /^This worksheet contains ([a-z]+) tables?\b/i;
