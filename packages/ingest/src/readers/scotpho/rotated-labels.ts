import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";

const level4 = "School leavers with 1 or more qualification at SCQF Level 4";
const level6 = "School leavers with 1 or more qualification at SCQF Level 6";
const deprived6 = "School leavers living in the most deprived quintile with 1 or more qualification at SCQF Level 6";

/**
 * A warning when the labels of three indicators of school leavers cannot be right.
 *
 * Leavers of the most deprived fifth are some of all leavers, and a leaver with a qualification at level 6 has one at level 4
 * or better: neither the number of the former nor the percentage of the latter can be the higher one. In the download of 2023
 * both are, in every council: the three labels are rotated. The check is of the figures, so that a mended download gives no
 * warning.
 */
export function rotatedLabels({ file, header, rows, lines }: RawTable): readonly Issue[] {
  const at = (text: string) => header.indexOf(text);
  const [areaAt, periodAt, indicatorAt] = [at("area_code"), at("period"), at("indicator")];
  const found = new Map<string, Map<string, { readonly row: readonly string[]; readonly line: number }>>();
  for (const [i, row] of rows.entries()) {
    const indicator = row[indicatorAt]?.trim() ?? "";
    if (indicator !== level4 && indicator !== level6 && indicator !== deprived6) continue;
    const place = JSON.stringify([row[areaAt], row[periodAt]]);
    const known = found.get(place) ?? new Map();
    found.set(place, known);
    known.set(indicator, { row, line: lines[i]! });
  }
  const figure = (one: { readonly row: readonly string[] } | undefined, column: string) =>
    Number.parseFloat(one?.row[at(column)] ?? "");
  const wrong = [...found.values()].filter(
    (place) =>
      figure(place.get(deprived6), "numerator") > figure(place.get(level6), "numerator") ||
      figure(place.get(level6), "measure") > figure(place.get(level4), "measure"),
  );
  if (wrong.length === 0) return [];
  const areas = `${wrong.length.toLocaleString("en-GB")} ${wrong.length === 1 ? "area" : "areas"}`;
  return [
    {
      code: "rotated-labels",
      severity: "warning",
      file,
      line: Math.min(...wrong.flatMap((place) => [...place.values()].map(({ line }) => line))),
      column: "indicator",
      message: `in ${areas} more school leavers of the most deprived fifth than of all have a qualification at SCQF Level 6, or more have one at Level 6 than at Level 4: the labels of the three indicators "School leavers …" are rotated`,
      fix: "Leave these three indicators out, or get their figures from a later download.",
    },
  ];
}
