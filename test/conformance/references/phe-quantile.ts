import { quantileGroups } from "@popneeds/stats";
import type { Inputs, Options } from "../case.ts";
import { NotImplemented } from "../not-implemented.ts";
import { labelsOf, numberOption, numbersOf, requireKnown } from "./columns.ts";

/** `phe_quantile` of PHEindicatormethods 2.1.0: the quantile of each row, among all rows or those of its group. */
export function pheQuantile(inputs: Inputs, options: Options) {
  requireKnown(options, ["group_by", "nquantiles", "invert", "type"]);
  const values = numbersOf(inputs, "value");
  const groups = numberOption(options, "nquantiles", 10);
  const highestFirst = options.invert ?? true;
  if (typeof highestFirst !== "boolean") throw new NotImplemented(`invert of ${JSON.stringify(highestFirst)}`);
  const labels = groupLabels(inputs, options) ?? values.map(() => "all");
  const quantile = new Array<number>(values.length);
  for (const label of new Set(labels)) {
    const rows = [...labels.keys()].filter((i) => labels[i] === label);
    const found = quantileGroups(
      rows.map((i) => values[i]!),
      groups,
      { highestFirst },
    );
    for (const [k, row] of rows.entries()) quantile[row] = found[k]!;
  }
  return { quantile };
}

function groupLabels(inputs: Inputs, options: Options): readonly string[] | null {
  const by = options.group_by ?? null;
  if (by === null) return null;
  if (!Array.isArray(by) || by.length !== 1 || by[0] !== "group")
    throw new NotImplemented(`group_by ${JSON.stringify(by)}`);
  return labelsOf(inputs, "group");
}
