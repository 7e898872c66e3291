import { PopneedsError } from "@popneeds/core";
import { type PublishedFile, readPublished } from "@popneeds/ingest";
import { checksum } from "./checksum.ts";

/** What became of one file: read, refused with a coded reason, or failed for a reason that nobody foresaw. */
export interface Outcome {
  readonly state: "read" | "refused" | "failed";
  readonly text: string;
}

/**
 * Reads one published file and says in a line or two how it went: reader, rows, tables, issues, checksum of the tidy tables.
 *
 * @param path where the file is
 * @param name how the line names it
 */
export async function formatLine(path: string, name: string): Promise<Outcome> {
  try {
    return { state: "read", text: readLine(name, await readPublished(path, { name })) };
  } catch (error) {
    if (error instanceof PopneedsError)
      return { state: "refused", text: `refused  ${name}\n         ${error.message.replaceAll("\n", "\n         ")}` };
    return {
      state: "failed",
      text: `FAILED   ${name}\n         ${error instanceof Error ? error.stack : String(error)}`,
    };
  }
}

function readLine(name: string, file: PublishedFile): string {
  const { rows, tables, issues } = file;
  const said = (["error", "warning", "note"] as const)
    .map((severity) => [severity, issues.filter((issue) => issue.severity === severity).length] as const)
    .filter(([, times]) => times > 0)
    .map(([severity, times]) => `${whole(times)} ${severity}${times === 1 ? "" : "s"}`);
  const cells = tables.reduce((sum, { table }) => sum + table.length, 0);
  return [
    `read     ${name}`,
    `         ${file.reader}: ${whole(rows.used)} of ${whole(rows.read)} rows, ${tables.length} ${tables.length === 1 ? "table" : "tables"} of ${whole(cells)} rows; ${said.join(", ") || "no issue"}; ${checksum(file)}`,
  ].join("\n");
}

function whole(number: number): string {
  return number.toLocaleString("en-GB");
}
