import { requireDay } from "./day-span.ts";
import { PopneedsError } from "./popneeds-error.ts";

/**
 * The age on a day, in completed years.
 *
 * A year is completed on the birthday. Who was born on 29 February has the birthday on 1 March in years without one.
 *
 * @param birth day of birth, `yyyy-mm-dd`
 * @param date  day on which the age is wanted, `yyyy-mm-dd`
 * @returns completed years, 0 or more
 * @throws PopneedsError `invalid-date` when either is no day of the calendar; `born-later` when the birth comes after the
 * date. A missing date is for the caller to leave out; an age above 130 is given, not judged
 *
 * Agrees with `age_calculate` of phsmethods (years, rounded down), exactly.
 *
 * @example
 * ageOn("1950-06-15", "2024-06-14") // 73
 * ageOn("2000-02-29", "2023-02-28") // 22
 * ageOn("2000-02-29", "2023-03-01") // 23
 */
export function ageOn(birth: string, date: string): number {
  return Math.floor(completedMonths(birth, date, "ageOn") / 12);
}

/**
 * The age on a day, in completed months.
 *
 * A month is completed on the day of the month of the birth; where a month lacks that day, on the first of the next.
 *
 * @param birth day of birth, `yyyy-mm-dd`
 * @param date  day on which the age is wanted, `yyyy-mm-dd`
 * @returns completed months, 0 or more
 * @throws PopneedsError as `ageOn`
 *
 * Agrees with `age_calculate` of phsmethods (months, rounded down), exactly.
 *
 * @example
 * ageInMonthsOn("2023-01-31", "2023-02-28") // 0
 * ageInMonthsOn("2023-01-31", "2023-03-01") // 1
 */
export function ageInMonthsOn(birth: string, date: string): number {
  return completedMonths(birth, date, "ageInMonthsOn");
}

function completedMonths(birth: string, date: string, caller: string): number {
  if (requireDay(birth, caller) > requireDay(date, caller))
    throw new PopneedsError({
      code: "born-later",
      message: `${caller}: the birth must not come after the date; found birth ${birth}, date ${date}`,
      fix: "Give the day of birth first; leave out records whose dates contradict each other.",
    });
  const [year, month, day] = birth.split("-").map(Number) as [number, number, number];
  const [thenYear, thenMonth, thenDay] = date.split("-").map(Number) as [number, number, number];
  return (thenYear - year) * 12 + thenMonth - month - (thenDay < day ? 1 : 0);
}
