/** The name in an address: lower case, words joined by hyphens, apostrophes dropped. */
export function slug(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The name as this project writes it: no stray blanks, "and" for "&". */
export function tidyName(name: string): string {
  return name.replace(/&/g, "and").replace(/\s+/g, " ").trim();
}
