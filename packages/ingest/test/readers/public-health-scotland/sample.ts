import type { PublishedFile } from "../../../src/published/published-file.ts";
import { rawFile } from "../../../src/published/raw-file.ts";
import { type PublishedOptions, readRaw } from "../../../src/published/read-published.ts";

/** A CSV text of a header and rows, each written with commas. */
export function csv(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

/** Reads a text of our own making as if it had been downloaded. */
export async function readText(text: string, options: PublishedOptions = {}): Promise<PublishedFile> {
  return readRaw(await rawFile(text, "sample.csv"), options);
}

/** The tables of a file with the number of their rows: `by area and period: 4`. */
export function tablesOf({ tables }: PublishedFile): readonly string[] {
  return tables.map(({ name, table }) => `${name}: ${table.length}`);
}

/** The issues of a file, each as its severity, code and message. */
export function issuesOf({ issues }: PublishedFile): readonly string[] {
  return issues.map(({ severity, code, line, message }) =>
    [severity, code, ...(line === undefined ? [] : [`line ${line}`]), message].join(" | "),
  );
}

/** The rows of a table with keys and periods as they are printed. */
export function rowsOf(file: PublishedFile, name: string): readonly string[] {
  return [...file.table(name)].map((row) =>
    Object.entries(row)
      .filter(([key, value]) => key !== "missing" || value !== null)
      .map(
        ([key, value]) =>
          `${key} ${typeof value === "object" && value !== null ? (value as { label: string }).label : value}`,
      )
      .join(", "),
  );
}
