import { lineOfValue } from "./raw-columns.ts";
import type { Seen } from "./seeming.ts";

/** A note on codes that have leading zeros, which spreadsheets take away; none where there are no such codes. */
export function leadingZeros({ column, doubt }: Pick<Seen, "column" | "doubt">, codes: readonly string[]) {
  const [first] = codes;
  if (first === undefined) return [];
  return [
    doubt(
      "note",
      "leading-zeros",
      `${column.header}: codes such as ${first} have leading zeros: kept as text. Excel takes them away when the file is saved`,
      "Compare with a file that was never opened in Excel if codes seem to be missing.",
      { column: column.header, line: lineOfValue(column, first), found: first },
    ),
  ];
}
