import type { Output } from "./run-cells.ts";

/** The parts of a notebook file (nbformat 4) that are used here. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: unknown;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

export interface Cell {
  readonly cell_type: "code" | "markdown";
  readonly source: readonly string[];
  readonly [other: string]: unknown;
}

/** The text of each code cell. */
export function codeCells({ cells }: Notebook): readonly string[] {
  return cells.filter((cell) => cell.cell_type === "code").map((cell) => cell.source.join(""));
}

/** The notebook with the outputs given, one list for each code cell. */
export function withOutputs(notebook: Notebook, outputs: readonly (readonly Output[])[]): Notebook {
  let next = 0;
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== "code") return cell;
    const at = next++;
    return { ...cell, execution_count: at + 1, outputs: outputs[at]!.map(written) };
  });
  return { ...notebook, cells };
}

/** The text of a notebook file, as Jupyter writes it. */
export function notebookText(notebook: Notebook): string {
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function written({ kind, text }: Output): unknown {
  return kind === "text"
    ? { name: "stdout", output_type: "stream", text: linesOf(text) }
    : { data: { "image/svg+xml": linesOf(text) }, metadata: {}, output_type: "display_data" };
}

function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}
