import { formatFigure as fixed } from "@popneeds/jsna";
import { countsPeople } from "./counts-people.ts";

const places = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const telling = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });

/** What the look of a figure depends on; a fact is one. */
export interface FigureFormat {
  readonly unit: string;
  readonly per: number | null;
  /** Decimals of the indicator; where they are not known, they go by unit and size. */
  readonly decimals?: number;
}

/**
 * A figure as tables and charts print it: to the decimals of its indicator. Where these are not known, counts, and anything
 * of 1,000 or more, in whole numbers; all else to one decimal place (small values to two significant digits); ranks as `2`, a
 * shared one as `2.5`; ratios to two decimal places. Thousands separated, with a true minus sign.
 *
 * @example
 * formatFigure(37899, { unit: "people", per: null }) // "37,899"
 * formatFigure(25.84, { unit: "%", per: 100 }) // "25.8"
 */
export function formatFigure(value: number, format: FigureFormat): string {
  return printed(value, value, format);
}

/** A change, always with its sign, to the decimals of the figure that changed. */
export function formatChange(change: number, figure: number, format: FigureFormat): string {
  const text = printed(change, figure, format);
  return change > 0 ? `+${text}` : text;
}

/** A number as the look of a figure has it. */
function printed(value: number, figure: number, { unit, per, decimals }: FigureFormat): string {
  if (decimals !== undefined) return fixed(value, decimals);
  if (countsPeople(unit, per) || Math.abs(figure) >= 1000) return fixed(value, 0);
  if (unit === "rank") return withMinus(value, places);
  if (unit === "ratio") return fixed(value, 2);
  return figure !== 0 && Math.abs(figure) < 0.1 ? withMinus(value, telling) : fixed(value, 1);
}

/** A tick of an axis: as many decimals as the step between ticks needs. */
export function formatTick(value: number, step: number): string {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return fixed(value, digits);
}

function withMinus(value: number, format: Intl.NumberFormat): string {
  const text = format.format(Object.is(value, -0) ? 0 : value);
  return (text === "-0" ? "0" : text).replace("-", "−");
}
