/**
 * The ages of a group that is coded 1 to 20: 1 is under 1, 2 is 1 to 4, 3 is 5 to 9 … 19 is 85 to 89, 20 is 90 and over.
 *
 * @returns the ages as parsed everywhere, `5-9`; a code that there is not is said to be one: `group 21`
 *
 * @example
 * ageOfGroup("3") // "5-9"
 */
export function ageOfGroup(code: string): string {
  const group = /^\s*\d{1,2}\s*$/.test(code) ? Number(code) : 0;
  if (group === 1) return "<1";
  if (group === 2) return "1-4";
  if (group === 20) return "90+";
  if (group < 1 || group > 20) return `group ${code}`;
  return `${(group - 2) * 5}-${(group - 2) * 5 + 4}`;
}
