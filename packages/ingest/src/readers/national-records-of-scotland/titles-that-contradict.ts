import { type Issue, keyLabel } from "@popneeds/core";
import type { Part } from "../../published/reader.ts";

/**
 * A warning when two tables whose titles name different periods print the very same figures for Scotland: one of the titles is wrong.
 *
 * Only tables with a row of Scotland and the same columns are set against each other.
 */
export function titlesThatContradict(file: string, parts: readonly Part[]): readonly Issue[] {
  const found = parts.flatMap(({ name, cells, schema }) => {
    const { period } = schema.fields;
    const at = cells.header.indexOf("Area");
    const rows = at === -1 ? [] : cells.rows.filter((row) => row[at]!.trim() === "Scotland");
    if (period?.role !== "key" || period.header !== null || rows.length < 2 || !cells.header.includes("rate"))
      return [];
    return [{ name, figures: JSON.stringify([cells.header, rows]), period: keyLabel(period.read("") as never) }];
  });
  return found.flatMap((one, i) =>
    found
      .slice(i + 1)
      .filter((other) => other.figures === one.figures && other.period !== one.period)
      .map((other) => ({
        code: "titles-contradict",
        severity: "warning" as const,
        file,
        message: `${one.name} is of ${one.period} and ${other.name} of ${other.period} by their titles, and both print the same figures for Scotland`,
        fix: "One of the titles is wrong: ask the publisher before using either period.",
      })),
  );
}
