import type { Issue } from "@popneeds/core";

/** Makes doubts about one file. */
export type Doubting = (
  severity: Issue["severity"],
  code: string,
  message: string,
  fix: string,
  where?: { readonly line?: number; readonly column?: string; readonly found?: string },
) => Issue;

/** A maker of doubts about a file. */
export function doubting(file: string): Doubting {
  return (severity, code, message, fix, { line, column, found } = {}) =>
    Object.freeze({
      code,
      severity,
      message,
      fix,
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      ...(found === undefined ? {} : { found }),
    });
}

/** A number of things in words: `1 row`, `1,234 rows`. */
export function counted(times: number, one: string, several = `${one}s`): string {
  return `${times.toLocaleString("en-GB")} ${times === 1 ? one : several}`;
}

/** The first three texts in quotes, then how many more there are. */
export function firstQuoted(texts: readonly string[]): string {
  const quoted = texts.slice(0, 3).map((text) => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`);
  return texts.length > 3 ? `${quoted.join(", ")} and ${texts.length - 3} more` : quoted.join(", ");
}
