import { category } from "../../field.ts";
import { csvList } from "../../published/csv-list.ts";
import type { Reader } from "../../published/reader.ts";

/**
 * The pairs of data zones of 2001 and of 2011 that overlap, however little: no best fit, and without weights.
 *
 * Only where a zone of each edition has no other partner does the pair say that they are the same. To carry figures over,
 * population weights are needed, which the file does not have; a warning says so, with the number of such pairs.
 */
export const dataZonePairsReader: Reader = csvList({
  name: "look-up-data-zones-2001-2011",
  title: "Overlapping data zones of 2001 and 2011",
  publisher: "Scottish Government",
  licence: "Open Government Licence v3.0",
  keys: { dataZone2001: category("dz01_code"), dataZone2011: category("dz11_code") },
  doubts({ file, rows }) {
    const [of2001, of2011] = [0, 1].map((at) => countsOf(rows.map((row) => row[at]!.trim())));
    const alone = rows.filter((row) => of2001!.get(row[0]!.trim()) === 1 && of2011!.get(row[1]!.trim()) === 1).length;
    const whole = (number: number) => number.toLocaleString("en-GB");
    return [
      {
        code: "pairs-without-weights",
        severity: "warning",
        file,
        message: `a list of ${whole(rows.length)} pairs that overlap, without weights, of ${whole(of2001!.size)} zones of 2001 and ${whole(of2011!.size)} of 2011: only in ${whole(alone)} ${alone === 1 ? "pair" : "pairs"} has neither zone another partner`,
        fix: "Do not carry figures over by it, save for those pairs; give weights by population.",
      },
    ];
  },
});

function countsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
