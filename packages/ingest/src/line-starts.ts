/**
 * The line on which each position of a text stands, for positions asked for in rising order.
 *
 * A line ends with LF, CR LF, CR CR LF or a CR alone; blank lines before a position are passed over, so that a position at
 * the end of one row gives the line of the next.
 *
 * @param text the text, whose positions are counted in bytes of UTF-8, as csv-parse counts them
 * @returns a function from a byte position to its line, 1 being the first; it must be asked in rising order
 */
export function lineStarts(text: string): (byte: number) => number {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  let line = 1;
  const lineEnd = (from: number): number => {
    if (bytes[from] === lf) return 1;
    if (bytes[from] !== cr) return 0;
    if (bytes[from + 1] === cr && bytes[from + 2] === lf) return 3;
    return bytes[from + 1] === lf ? 2 : 1;
  };
  return (byte) => {
    while (at < byte || lineEnd(at) > 0) {
      const length = lineEnd(at);
      if (length > 0) line++;
      at += length || 1;
      if (at >= bytes.length) break;
    }
    return line;
  };
}

const lf = 0x0a;
const cr = 0x0d;
