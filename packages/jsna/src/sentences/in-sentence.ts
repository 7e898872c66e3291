/** A name as it stands inside a sentence: its first letter small, unless it is an abbreviation such as COPD. */
export function inSentence(name: string): string {
  return name === name.toUpperCase() ? name : `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}
