/** A table, its columns padded so that the source reads as the page does. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = header.map((_, at) => Math.max(3, ...cells.map((row) => [...row[at]!].length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell + " ".repeat(widths[at]! - [...cell].length)).join(" | ")} |`;
  return [
    line(cells[0]!),
    `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`,
    ...cells.slice(1).map(line),
  ].join("\n");
}

/** A relative difference to one digit: `none` where there is none. */
export function difference(worst: number): string {
  return worst === 0 ? "none" : worst.toExponential(0);
}
