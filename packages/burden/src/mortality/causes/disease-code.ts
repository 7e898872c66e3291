/**
 * A code of the International Classification of Diseases, tenth revision (ICD-10), as it is printed: three characters, and after a
 * point the others. `I219`, `i21.9`, `I21.9D` and ` I21.9†` are all `I21.9`; `I21X` and `I21-` are `I21`.
 *
 * Left aside: blanks, the case, the marks of dagger and asterisk (also `D` and `A` after four characters) and the filler `X` or
 * `-`. National extensions of a fifth character stay.
 *
 * @param text a code as files write it
 * @returns the code; `null` for what is none
 *
 * @example
 * diseaseCode("I219") // "I21.9"
 */
export function diseaseCode(text: string): string | null {
  const plain = text
    .trim()
    .toUpperCase()
    .replace(/[†*+]$/, "")
    .replace(/^([A-Z]\d[0-9AB])(?:X|\.X|-|\.-)+$/, "$1");
  const found = /^([A-Z]\d[0-9AB])\.?([0-9A-Z]{0,4})$/.exec(plain);
  if (!found) return null;
  const further = found[2]!.replace(/^(\d)[DA]$/, "$1").replace(/^[DA]$/, "");
  return /^(\d[0-9A-Z]{0,3})?$/.test(further) ? found[1]! + (further === "" ? "" : `.${further}`) : null;
}
