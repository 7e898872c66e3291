import { describeIssue, type Issue, namedSchemas, readCsv } from "popneeds";
import type { Arguments } from "../arguments.ts";
import type { Streams } from "../command.ts";
import { Misuse } from "../misuse.ts";
import { counted, forCommandLine, issuesOf } from "./for-command-line.ts";

/** Checks a file against a schema that comes with popneeds. */
export async function checkBySchema(file: string, name: string, args: Arguments, { out }: Streams): Promise<number> {
  const wanted = namedSchemas[name];
  if (!wanted) throw new Misuse(`Unknown schema "${name}"; schemas are ${Object.keys(namedSchemas).join(", ")}.`);
  const encoding = encodingOf(args.text("encoding"));
  const delimiter = delimiterOf(args.text("delimiter"));
  const { rows, issues } = await read(file, wanted, { encoding, delimiter });
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
}

async function read(
  file: string,
  schema: (typeof namedSchemas)[string],
  about: { readonly encoding: "utf-8" | "windows-1252"; readonly delimiter: string },
): Promise<{ readonly rows: number; readonly issues: readonly Issue[] }> {
  try {
    const table = await readCsv(file, schema, about);
    return { rows: table.length, issues: table.issues.map(forCommandLine) };
  } catch (error) {
    return { rows: 0, issues: issuesOf(error, file) };
  }
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
