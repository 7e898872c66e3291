import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";
import type { Part } from "../../published/reader.ts";
import { totalsThatDoNotSum } from "../../published/totals-that-do-not-sum.ts";

/** Code of the country, which stands among the areas as their total. */
export const scotland = "S92000003";

const levels = [
  { name: "council areas", prefix: "S12" },
  { name: "health boards", prefix: "S08" },
] as const;

/** Whether the first cell of a row is the code of a council, a health board or the country. */
export function isAreaRow([code = ""]: readonly string[]): boolean {
  return /^S(08|12|92)\d{6}$/.test(code.trim());
}

/**
 * A part for each level of areas in a table that holds councils, health boards and the country one below another: both levels
 * hold everybody, and a sum over all rows would count people several times. The country goes with the councils. Areas of any
 * other kind, national parks for instance, are a part of their own.
 */
export function byLevel({ cells, ...part }: Part): readonly Part[] {
  const levelOf = ([code = ""]: readonly string[]): string => {
    const text = code.trim();
    if (text === scotland) return levels[0].name;
    return levels.find(({ prefix }) => text.startsWith(prefix))?.name ?? "other areas";
  };
  const found = cells.rows.map(levelOf);
  const names = [...levels.map(({ name }) => name), "other areas"].filter((name) => found.includes(name));
  return names.map((name, k): Part => {
    const kept = found.flatMap((level, i) => (level === name ? [i] : []));
    return {
      ...part,
      name: [part.name, name].filter((text) => text !== "").join(", "),
      cells: {
        ...cells,
        rows: kept.map((i) => cells.rows[i]!),
        lines: kept.map((i) => cells.lines[i]!),
        issues: k === 0 ? cells.issues : [],
      },
    };
  });
}

/** Warnings where the councils, or the health boards, do not add up to Scotland; rows are compared within a sex if they have one. */
export function levelsThatDoNotSum(table: RawTable, columns: readonly string[], sex = "Sex"): readonly Issue[] {
  const sexAt = table.header.indexOf(sex);
  return levels.flatMap(({ name, prefix }) => {
    const kept = table.rows.flatMap(([code = ""], i) =>
      code.trim() === scotland || code.trim().startsWith(prefix) ? [i] : [],
    );
    return totalsThatDoNotSum(
      { ...table, rows: kept.map((i) => table.rows[i]!), lines: kept.map((i) => table.lines[i]!) },
      {
        columns,
        isTotal: ([code = ""]) => code.trim() === scotland,
        together: (row) => (sexAt === -1 ? "" : row[sexAt]!),
        message: `the ${name} do not add up to Scotland`,
      },
    );
  });
}
