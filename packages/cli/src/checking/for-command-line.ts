import { type Issue, PopneedsError } from "popneeds";

/** What to write on the command line, where the fix says what to write in a script. */
export function forCommandLine(issue: Issue): Issue {
  const fix = issue.fix
    .replace('encoding: "windows-1252"', "--encoding windows-1252")
    .replace('delimiter: "\\t"', "--delimiter tab")
    .replace(/delimiter: ("[^"]+")/, "--delimiter $1")
    .replace(/reader: "([^"]+)"/, "--reader $1");
  return { ...issue, fix };
}

/** What keeps a file from being read at all, as issues. */
export function issuesOf(error: unknown, file: string): readonly Issue[] {
  if (!(error instanceof PopneedsError)) throw error;
  const whole: Issue = {
    code: error.code,
    severity: "error",
    file,
    message: error.message
      .split("\n")[0]!
      .replace(/^\[[^\]]+\] /, "")
      .replace(`${file}: `, ""),
    fix: error.fix ?? "See the message.",
  };
  return (error.issues.length > 0 ? error.issues : [whole]).map(forCommandLine);
}

/** A number of things in words: `1 row`, `719 rows`. */
export function counted(times: number, what: string): string {
  return `${times.toLocaleString("en-GB")} ${what}${times === 1 ? "" : "s"}`;
}
