/** A label without the marks of its notes, and the marks. */
export interface LabelWithNotes {
  readonly text: string;
  /** As the publisher wrote them: `1`, `note 7`; none of a label without notes. */
  readonly notes: readonly string[];
}

/**
 * Takes the marks of notes off a header or a label: `[note 1]` wherever it stands, and superscripts, which a file without
 * formats glues to the end of a line: `Area code1,2`, `Working age2`, `Sex Ratio 4`.
 *
 * Line breaks and runs of blanks become one blank. One digit after a small letter or a bracket is taken for a superscript, and several
 * with commas after a capital too, so that `Mid-2020`, `AGE0` and `0-14` stay as they are, and so does what begins with a word that is numbered, such as `Age 5`.
 *
 * @example
 * withoutNotes("Density3\n(Persons per\nsquare kilometre)") // { text: "Density (Persons per square kilometre)", notes: [ "3" ] }
 */
export function withoutNotes(label: string): LabelWithNotes {
  const notes: string[] = [];
  const bare = label.replaceAll(/\s*\[(notes?\s*[^\]]+)\]/gi, (_, note: string) => {
    notes.push(note.trim());
    return "";
  });
  const lines = bare.split(/\r?\n/).map((line) => {
    const found = numbered.test(line) ? null : superscript.exec(line);
    if (!found) return line;
    notes.push(...found[2]!.split(/,\s*/));
    return found[1]!;
  });
  return { text: lines.join(" ").replaceAll(/\s+/g, " ").trim(), notes };
}

const numbered = /^\s*(age|ages|band|decile|figure|group|quintile|table|year)\s|\bto\s+\d+\s*$/i;
const superscript = /^(.*(?:[a-z)]|[A-Z](?=[1-9],)))\s?([1-9](?:,\s?[1-9])*)\s*$/;
