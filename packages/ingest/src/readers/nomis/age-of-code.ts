import { type Age, ageBand } from "@popneeds/core";

/**
 * The age that a code of Nomis's mid-year estimates stands for: 101 is age 0, 190 is age 89, 191 is 90 and over; `null` for any
 * other.
 *
 * Code 200, all ages, is a total and no age. What other codes mean depends on the data set: they are not guessed.
 */
export function ageOfCode(code: string): Age | null {
  if (!/^1\d\d$/.test(code)) return null;
  const age = Number(code) - 101;
  if (age < 0 || age > 90) return null;
  return age === 90 ? ageBand(90, Number.POSITIVE_INFINITY) : ageBand(age, age + 1);
}
