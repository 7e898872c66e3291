import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";
import { saidOnce } from "../../published/said-once.ts";

/**
 * A warning when rows of a life table do not follow from the rows above them, to the printed digits:
 * l(x+1) = l(x) - d(x), and d(x) = l(x) q(x).
 *
 * Survivors and deaths are printed to one decimal, probabilities to six: each may be off by half a unit of its last digit, and so may what follows from
 * them. Missing figures, and what is no number, are passed over. Columns: `sex`, `x`, `qx`, `lx`, `dx`, one table of a year.
 */
export function lifeTablesThatDoNotHold({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const [sex, x, q, l, d] = ["sex", "x", "qx", "lx", "dx"].map((text) => header.indexOf(text)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const wrong = rows.flatMap((row, i) => {
    const next = rows[i + 1];
    const [survivors, deaths, probability] = [l, d, q].map((at) => figure(row[at]!)) as [number, number, number];
    const follows = next && next[sex] === row[sex] && Number(next[x]) === Number(row[x]) + 1;
    const gap = follows ? Math.abs(survivors - deaths - figure(next[l]!)) : 0;
    const product = Math.abs(survivors * probability - deaths);
    return gap > 0.15 + 1e-6 || product > 0.05 + survivors * 0.5e-6 + 0.05 * probability + 1e-6 ? [lines[i]!] : [];
  });
  return saidOnce(
    {
      code: "life-table-does-not-hold",
      severity: "warning",
      file,
      fix: "Compare the rows with the publisher's workbook: figures were changed, or rows moved.",
    },
    [...new Set(wrong)].sort((a, b) => a - b),
    (count) => `survivors, deaths and probabilities do not follow from one another in ${count}`,
  );
}

function figure(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
