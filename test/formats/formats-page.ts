import { readers } from "@popneeds/ingest";

const [begin, end] = ["<!-- formats -->", "<!-- /formats -->"];

/** The page that says how to read a file, with its list of formats as they are now. */
export function withFormats(page: string): string {
  const [before, rest] = [page.slice(0, page.indexOf(begin)), page.slice(page.indexOf(end))];
  return `${before}${begin}\n\n${listOfFormats()}\n\n${rest}`;
}

/** A table of every format, by publisher. */
function listOfFormats(): string {
  const sorted = [...readers].sort(
    (a, b) => a.publisher.localeCompare(b.publisher, "en-GB") || a.name.localeCompare(b.name, "en-GB"),
  );
  const rows = sorted.map(({ name, publisher, title }) => [publisher, title, `\`${name}\``]);
  const header = ["publisher", "what the file holds", "reader"];
  const widths = header.map((text, i) => Math.max(text.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
