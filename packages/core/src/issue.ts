/** A fault, or a doubt, found in data. It travels with the table and is printed in the report. */
export interface Issue {
  /** Stable name of the kind of fault: `negative-count`, `missing-column`. */
  readonly code: string;
  /** `error`: the row or file cannot be used. `warning`: used, but look at it. `note`: worth knowing. */
  readonly severity: "error" | "warning" | "note";
  /** One sentence: what must hold, and what was found. */
  readonly message: string;
  /** What to do about it, as an imperative sentence. */
  readonly fix: string;
  readonly file?: string;
  /** Line in the file, the header being line 1. */
  readonly line?: number;
  readonly column?: string;
  /** The text that was found. */
  readonly found?: string;
}

/** An issue as one line of text: file, line, code, what is wrong, what to do. */
export function describeIssue(issue: Issue): string {
  const where = [issue.file, issue.line === undefined ? undefined : `line ${issue.line}`].filter(Boolean).join(", ");
  return `${where ? `${where}: ` : ""}${issue.message} [${issue.code}] Fix: ${issue.fix}`;
}
