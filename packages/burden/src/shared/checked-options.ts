import { PopneedsError } from "@popneeds/core";

/** Runs a function of `stats`, whose refusal is a mistake in the call of a function of tables. */
export function checkedOptions<T>(caller: string, run: () => T): T {
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
