import { describeIssue, type Issue, namedSchemas, PopneedsError, readCsv } from "popneeds";
import type { Command } from "../command.ts";
import { Misuse } from "../misuse.ts";

/** Checks a CSV file against a named schema. */
export const check: Command = {
  name: "check",
  summary: "check a CSV file against a schema, and list what is wrong",
  positionals: ["<file>"],
  options: { schema: { type: "string" }, encoding: { type: "string" }, delimiter: { type: "string" } },
  help: `popneeds check <file> --schema <name>

Reads a CSV file by a schema and lists what is wrong with it: line, reason, and what to do. Exit code 1 when a row, or the
file, cannot be used.

  --schema <name>        ${Object.keys(namedSchemas).join(", ")}
  --encoding <encoding>  utf-8 (default) or windows-1252
  --delimiter <mark>     default ","; write tab for tabs
  --json                 print as JSON`,
  async run(args, { out }) {
    const file = args.positionals[0]!;
    const name = args.text("schema");
    const wanted = name === undefined ? undefined : namedSchemas[name];
    if (!wanted)
      throw new Misuse(
        `${name === undefined ? "popneeds check needs --schema" : `Unknown schema "${name}"`}; schemas are ${Object.keys(namedSchemas).join(", ")}.`,
      );
    const { rows, issues } = await checked(
      file,
      wanted,
      encodingOf(args.text("encoding")),
      delimiterOf(args.text("delimiter")),
    );
    const errors = issues.filter(({ severity }) => severity === "error").length;
    const warnings = issues.filter(({ severity }) => severity === "warning").length;
    if (args.flag("json")) out(JSON.stringify({ file, schema: name, rows, errors, warnings, issues }, null, 2));
    else
      out(
        [
          ...issues.map((issue) => `${issue.severity}: ${describeIssue(issue)}`),
          `${file}: ${counted(rows, "row")} in the table, ${counted(errors, "error")}, ${counted(warnings, "warning")}`,
        ].join("\n"),
      );
    return errors > 0 ? 1 : 0;
  },
};

async function checked(
  file: string,
  schema: (typeof namedSchemas)[string],
  encoding: "utf-8" | "windows-1252",
  delimiter: string,
): Promise<{ readonly rows: number; readonly issues: readonly Issue[] }> {
  try {
    const table = await readCsv(file, schema, { encoding, delimiter });
    return { rows: table.length, issues: table.issues.map(forCommandLine) };
  } catch (error) {
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
    return { rows: 0, issues: (error.issues.length > 0 ? error.issues : [whole]).map(forCommandLine) };
  }
}

/** What to write on the command line, where the fix says what to write in a script. */
function forCommandLine(issue: Issue): Issue {
  const fix = issue.fix
    .replace('encoding: "windows-1252"', "--encoding windows-1252")
    .replace('delimiter: "\\t"', "--delimiter tab")
    .replace(/delimiter: ("[^"]+")/, "--delimiter $1");
  return { ...issue, fix };
}

function counted(times: number, what: string): string {
  return `${times.toLocaleString("en-GB")} ${what}${times === 1 ? "" : "s"}`;
}

function delimiterOf(text = ","): string {
  const mark = text === "tab" || text === "\\t" ? "\t" : text;
  if (mark.length === 1) return mark;
  throw new Misuse(`A delimiter is one mark, or tab; got "${text}".`);
}

function encodingOf(text: string | undefined): "utf-8" | "windows-1252" {
  if (text === undefined || text === "utf-8" || text === "windows-1252") return text ?? "utf-8";
  throw new Misuse(`Unknown encoding "${text}"; encodings are utf-8 and windows-1252.`);
}
