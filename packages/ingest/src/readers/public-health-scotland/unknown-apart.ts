import { withoutColumns } from "../../published/columns-of-table.ts";
import type { Part } from "../../published/reader.ts";
import { schema } from "../../schema.ts";

/**
 * Holds rows of which the publisher does not know a key, an age for instance, apart from those of which it does.
 *
 * They are in no band of ages and are no total: each combination of unknown keys becomes a part without these keys.
 *
 * @param unknown for a key of the part's schema, the cells that say that it is not known: `{ age: ["Unknown"] }`
 * @returns the part of what is known, first; then, as far as there are such rows, `age unknown`, `sex unknown` …
 */
export function unknownApart(part: Part, unknown: Readonly<Record<string, readonly string[]>>): readonly Part[] {
  const { cells, schema: of } = part;
  const keys = Object.entries(unknown).map(([key, words]) => {
    const field = of.fields[key];
    return { key, words, at: field?.role === "key" ? cells.header.indexOf(field.header ?? "") : -1 };
  });
  const groups = new Map<string, { readonly without: readonly string[]; readonly at: number[] }>([
    ["", { without: [], at: [] }],
  ]);
  for (const [i, row] of cells.rows.entries()) {
    const without = keys.flatMap(({ key, words, at }) => (at !== -1 && words.includes(row[at]!.trim()) ? [key] : []));
    const group = groups.get(without.join(" "));
    if (group) group.at.push(i);
    else groups.set(without.join(" "), { without, at: [i] });
  }
  return [...groups.values()].map(({ without, at }) => ({
    ...part,
    name: [part.name, ...without.map((key) => `${key} unknown`)].filter((text) => text !== "").join(", "),
    cells: withoutColumns(
      {
        ...cells,
        rows: at.map((i) => cells.rows[i]!),
        lines: at.map((i) => cells.lines[i]!),
        issues: without.length === 0 ? cells.issues : [],
        merged: without.length === 0 ? (cells.merged ?? 0) : 0,
      },
      (header) => keys.some(({ key, at: column }) => without.includes(key) && cells.header[column] === header),
    ),
    schema: schema(Object.fromEntries(Object.entries(of.fields).filter(([key]) => !without.includes(key)))),
  }));
}
