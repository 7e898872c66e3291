import { PopneedsError } from "@popneeds/core";

/** Refuses a choice that is none of those there are, for callers whom no compiler has told. */
export function requireChoice(caller: string, option: string, choice: string, choices: readonly string[]): void {
  if (choices.includes(choice)) return;
  throw new PopneedsError({
    code: "invalid-option",
    message: `${caller}: invalid ${option}: ${choice}`,
    fix: `Give one of ${choices.map((one) => `"${one}"`).join(", ")}.`,
  });
}
