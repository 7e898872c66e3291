/**
 * A figure as a British reader expects it: thousands separated, a fixed number of decimals, a true minus.
 *
 * @example
 * formatFigure(37899, 0) // "37,899"
 * formatFigure(-3.14159, 1) // "−3.1"
 */
export function formatFigure(value: number, decimals: number): string {
  const text = formatter(decimals).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

const formatters = new Map<number, Intl.NumberFormat>();

function formatter(decimals: number): Intl.NumberFormat {
  let found = formatters.get(decimals);
  if (!found) {
    found = new Intl.NumberFormat("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formatters.set(decimals, found);
  }
  return found;
}
