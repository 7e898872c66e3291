import { countsPeople } from "./counts-people.ts";

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const places = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const telling = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });

/**
 * A figure as tables and charts print it: counts, and anything of 1,000 or more, in whole numbers; all else to one
 * decimal place (small values to two significant digits); ranks as `2`, a shared one as `2.5`; ratios to two
 * decimal places; thousands separated, with a true minus sign.
 *
 * @example
 * formatFigure(37899, "people", null) // "37,899"
 * formatFigure(25.84, "%", 100) // "25.8"
 */
export function formatFigure(value: number, unit: string, per: number | null): string {
  return withMinus(value, formatOf(value, unit, per));
}

/** A change, always with its sign, to the decimals of the figure that changed. */
export function formatChange(change: number, figure: number, unit: string, per: number | null): string {
  const text = withMinus(change, formatOf(figure, unit, per));
  return change > 0 ? `+${text}` : text;
}

function formatOf(value: number, unit: string, per: number | null): Intl.NumberFormat {
  if (countsPeople(unit, per) || Math.abs(value) >= 1000) return whole;
  if (unit === "rank") return places;
  if (unit === "ratio") return hundredths;
  return value !== 0 && Math.abs(value) < 0.1 ? telling : tenths;
}

/** A tick of an axis: as many decimals as the step between ticks needs. */
export function formatTick(value: number, step: number): string {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return withMinus(
    value,
    new Intl.NumberFormat("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
}

function withMinus(value: number, format: Intl.NumberFormat): string {
  const text = format.format(Object.is(value, -0) ? 0 : value);
  return (text === "-0" ? "0" : text).replace("-", "−");
}
