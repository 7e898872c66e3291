import type { RawFile } from "../../published/raw-file.ts";

/**
 * The edition as the file itself says it: the day on which it was published, else the year of its copyright; `null` where it says
 * neither.
 */
export function editionInNotes({ sheets, text }: RawFile): string | null {
  const cells = sheets.length > 0 ? sheets.flatMap(({ rows }) => rows.flatMap(textsOf)) : [text];
  const day = "(\\d{1,2} [A-Z][a-z]+ \\d{4})";
  const patterns = [
    new RegExp(`published (?:at|on)?[^.]*?${"9[:.]30 ?am"}(?: on)? ${day}`, "i"),
    new RegExp(`Date published: ${day}`, "i"),
  ];
  for (const pattern of patterns) {
    const found = firstOf(cells, pattern);
    if (found) return `published ${found}`;
  }
  const year = firstOf(cells, /(?:©|\(c\)) ?Crown copyright (\d{4})/i);
  return year ? `Crown copyright ${year}` : null;
}

function firstOf(cells: readonly string[], pattern: RegExp): string | null {
  for (const cell of cells) {
    const found = pattern.exec(cell);
    if (found) return found[1]!;
  }
  return null;
}

/** Cells that may hold a sentence: those of rows of figures are passed over. */
function textsOf(row: readonly string[]): readonly string[] {
  return row.length > 6 ? [] : row.filter((cell) => cell.length > 10);
}
