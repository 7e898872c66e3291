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
