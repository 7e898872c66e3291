import { keyText, PopneedsError, type Table } from "@popneeds/core";
import { type Figure, figureAt } from "../shared/figure.ts";
import { onlyFigure } from "../shared/only-figure.ts";

/**
 * The value of all groups together that meets a row: by every key that the table of overall values has, never by position.
 *
 * @param table   what is set out by groups
 * @param by      the key of the groups
 * @param overall values of all groups together, by some or all of the other keys
 * @returns for a row of the table the value, or why there is none
 * @throws PopneedsError `unknown-key` where it has the key of the groups, or one that the table has not
 */
export function overallValues(caller: string, table: Table, by: string, overall: Table): (row: number) => Figure {
  const names = Object.keys(overall.keys);
  const odd = names.filter((name) => name === by || !Object.hasOwn(table.keys, name));
  if (odd.length > 0)
    throw new PopneedsError({
      code: "unknown-key",
      message: `${caller}: the overall values may have the keys of the table but for "${by}"; found ${odd.join(", ")}`,
      fix: "Give the values of all groups together, by the keys of the table.",
    });
  const figures = onlyFigure(caller, overall);
  const textAt = (of: Table, row: number) =>
    names.map((name) => keyText(of.keys[name]!.values[of.keys[name]!.codes[row]!]!)).join("\u0000");
  const rows = new Map(Array.from({ length: overall.length }, (_, i) => [textAt(overall, i), i] as const));
  return (row) => {
    const at = rows.get(textAt(table, row));
    return at === undefined ? "not available" : figureAt(figures, at);
  };
}
