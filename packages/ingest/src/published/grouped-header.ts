import { withoutNotes } from "./without-notes.ts";

/**
 * One header of two rows of a sheet, of which the upper names groups of columns and the lower the columns in them: `Net-migration`
 * above `Total` becomes `Net-migration: Total`.
 *
 * A group goes on to the right until the next one begins. A column without a lower cell keeps its upper one. Marks of notes stand
 * in brackets at the end of the header, those of a group on its first column only.
 */
export function groupedHeader(upper: readonly string[], lower: readonly string[]): readonly string[] {
  let group = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const above = withoutNotes(upper[at] ?? "");
    const below = withoutNotes(lower[at] ?? "");
    if (above.text !== "") group = above.text;
    const text = below.text === "" ? above.text : group === "" ? below.text : `${group}: ${below.text}`;
    return [text, ...[...above.notes, ...below.notes].map(bracketed)].join(" ");
  });
}

function bracketed(note: string): string {
  return /^note/i.test(note) ? `[${note}]` : `[note ${note}]`;
}
