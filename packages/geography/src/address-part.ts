import { plainName } from "./plain-name.ts";

/**
 * A name as part of an address: lower case, words joined by hyphens.
 *
 * @example
 * addressPart("Annandale & Eskdale") // "annandale-and-eskdale"
 */
export function addressPart(name: string): string {
  return plainName(name).replaceAll(" ", "-");
}
