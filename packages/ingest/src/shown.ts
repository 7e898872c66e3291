/**
 * A text found in a file as messages print it: in quotes, with what cannot be seen written out, and cut where it is long.
 *
 * @example
 * shown("a\tb") // "\"a\\tb\""
 */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
