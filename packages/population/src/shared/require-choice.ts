import { PopneedsError } from "@popneeds/core";

/** Refuses a choice that is none of those there are, for callers whom no compiler has told. */
export function requireChoice(verb: string, option: string, choice: unknown, choices: readonly string[]): void {
  if (choices.includes(choice as string)) return;
  throw new PopneedsError({
    code: "invalid-option",
    message: `${verb}: ${option} must be one of ${choices.join(", ")}; found ${String(choice)}`,
    fix: `Write ${option}: "${choices[0]}".`,
  });
}
