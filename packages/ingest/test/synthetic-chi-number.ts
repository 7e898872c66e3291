/**
 * A synthetic Community Health Index number: nine digits that a test made up, and the check digit of modulo 11. The sum is
 * written out term by term, so that it shares no arithmetic with what it tests.
 */
export function syntheticChiNumber(nine: string): string {
  const at = (i: number) => Number(nine[i]);
  const firstFour = 10 * at(0) + 9 * at(1) + 8 * at(2) + 7 * at(3);
  const remainder = (firstFour + 6 * at(4) + 5 * at(5) + 4 * at(6) + 3 * at(7) + 2 * at(8)) % 11;
  if (remainder === 1) throw new Error(`no check digit by modulo 11 goes with ${nine}`);
  return `${nine}${remainder === 0 ? 0 : 11 - remainder}`;
}
