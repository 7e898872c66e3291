/**
 * Gives a Community Health Index (CHI) number back the zero in front that a spreadsheet took away.
 *
 * @param text the number as text
 * @returns ten digits where there were nine; every other text as it is, for `checkChiNumber` to judge
 *
 * Agrees with `chi_pad` of phsmethods.
 *
 * @example
 * padChiNumber("101011237") // "0101011237"
 * padChiNumber("12345") // "12345"
 */
export function padChiNumber(text: string): string {
  return /^\d{9}$/.test(text) ? `0${text}` : text;
}
