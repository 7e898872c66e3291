import { PopneedsError } from "@popneeds/core";

/** Runs a function of `stats`, whose refusal of an option is a mistake in the call. */
export function checkedOptions<Result>(caller: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PopneedsError({
      code: "invalid-option",
      message: error.message.replace(/^\w+/, caller),
      fix: "Correct the option, or leave it out.",
    });
  }
}

/** Refuses a word that is none of those which an option may take. */
export function requireOneOf(caller: string, option: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw new PopneedsError({
    code: "invalid-option",
    message: `${caller}: invalid ${option}: ${value}`,
    fix: `Give one of ${allowed.map((word) => `"${word}"`).join(", ")}.`,
  });
}
