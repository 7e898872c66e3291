import { PopneedsError } from "@popneeds/core";
import { shown } from "./shown.ts";

/** A header that cannot be used, as a fault of the file's first line. */
export function headerFault(code: string, message: string, fix: string, file: string): PopneedsError {
  return new PopneedsError({
    code,
    message: `${file}, line 1: ${message}`,
    fix,
    issues: [{ code, severity: "error", message, fix, file, line: 1 }],
  });
}

/** Headers as messages list them. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => (word === "" ? "(without a header)" : shown(word))).join(", ");
}
