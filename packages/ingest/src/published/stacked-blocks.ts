/** A table on a sheet that may hold several, one below another. */
export interface Block {
  /** The row of the header, 0 being the first. */
  readonly at: number;
  /** What stands between the figures before and the header, row after row: each row's filled cells, trimmed. */
  readonly above: readonly (readonly string[])[];
  /** The rows of figures under the header. */
  readonly rows: readonly number[];
}

/** The blocks of a sheet, and what is none of them. */
export interface StackedBlocks {
  readonly blocks: readonly Block[];
  /** Rows that hold a number and are neither a header nor figures under one: never to be lost without a word. */
  readonly strays: readonly number[];
}

/**
 * The tables that stand one below another, found by what their rows say and not by where they stand.
 *
 * Rows without a number that are no header are banners, sub-headings or notes: they end nothing, so that figures below a note that
 * strayed among them are still read.
 *
 * @param isHeader  whether a row is the header of a table
 * @param isFigures whether a row belongs under the header, which is given with it; it is not asked about headers
 */
export function stackedBlocks(
  rows: readonly (readonly string[])[],
  {
    isHeader,
    isFigures,
  }: {
    readonly isHeader: (row: readonly string[]) => boolean;
    readonly isFigures: (row: readonly string[], header: readonly string[]) => boolean;
  },
): StackedBlocks {
  const blocks: { at: number; above: readonly (readonly string[])[]; rows: number[] }[] = [];
  const strays: number[] = [];
  let above: (readonly string[])[] = [];
  for (const [i, row] of rows.entries()) {
    const block = blocks.at(-1);
    if (isHeader(row)) {
      blocks.push({ at: i, above, rows: [] });
      above = [];
      continue;
    }
    if (block && isFigures(row, rows[block.at]!)) {
      block.rows.push(i);
      above = [];
      continue;
    }
    const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
    if (filled.some(isNumber)) strays.push(i);
    else if (filled.length > 0) above.push(filled);
  }
  return { blocks, strays };
}

function isNumber(text: string): boolean {
  return /^[-+]?(\d[\d,]*\.?\d*|\.\d+)%?$/.test(text);
}
