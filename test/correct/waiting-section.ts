import type { CaseResult } from "./case-results.ts";
import { difference, table } from "./markdown.ts";

/** The table of cases of later packages: how many pass already, and what the rest wait for. */
export function waitingSection(results: readonly CaseResult[]): string {
  const files = [...new Set(results.map(({ file }) => file))];
  const rows = files.map((file) => {
    const own = results.filter((one) => one.file === file);
    const done = own.flatMap(({ outcome }) => (outcome.status === "passed" ? [outcome.worst] : []));
    const waiting = new Set(own.flatMap(({ outcome }) => (outcome.status === "not implemented" ? [outcome.why] : [])));
    const failed = own.length - done.length - own.filter(({ outcome }) => outcome.status === "not implemented").length;
    return [
      file,
      `${own.length}`,
      `${done.length}`,
      `${failed}`,
      done.length === 0 ? "" : difference(Math.max(...done)),
      [...waiting].map((name) => `\`${name}\``).join(", "),
    ];
  });
  return table(["cases", "how many", "passed", "failed", "largest relative difference", "not implemented"], rows);
}
