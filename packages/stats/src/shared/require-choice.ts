/** Refuses a choice that is none of those there are, for callers whom no compiler has told. */
export function requireChoice(caller: string, option: string, choice: unknown, choices: readonly string[]): void {
  if (!choices.includes(choice as string)) {
    throw new RangeError(`${caller}: ${option} must be one of ${choices.join(", ")}, got ${String(choice)}`);
  }
}
