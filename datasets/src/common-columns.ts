import type { Column } from "./data-table.ts";

/** The single years of age and the open last group, as columns are named: `0` … `89`, `90+`. */
export const SINGLE_AGES: readonly string[] = [...Array.from({ length: 90 }, (_, age) => `${age}`), "90+"];

/** Female and male, in the order in which rows are sorted. */
export const SEXES: readonly string[] = ["female", "male"];

/** A geographic code: nine characters beginning with S. */
export function codeColumn(name: string, description: string): Column {
  return { name, type: "string", description, pattern: "S[0-9]{8}" };
}

/** `sex`, female or male. */
export const sexColumn: Column = { name: "sex", type: "string", description: "Female or male.", values: SEXES };

/** `level` of an area. */
export function levelColumn(...values: string[]): Column {
  return { name: "level", type: "string", description: "Kind of area.", values };
}

/** The 91 columns of people by age. */
export const singleAgeColumns: readonly Column[] = SINGLE_AGES.map((age) => ({
  name: age,
  type: "integer",
  description: age === "90+" ? "People aged 90 and over." : `People aged ${age}.`,
}));
