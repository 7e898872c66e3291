/**
 * A name without what people write in different ways: case, punctuation, accents, blanks, and `&` for `and`.
 *
 * @example
 * plainName("Dumfries & Galloway") // "dumfries and galloway"
 */
export function plainName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
