import type { Issue } from "@popneeds/core";
import type { RawTable } from "../../published/raw-table.ts";
import { saidOnce } from "../../published/said-once.ts";

/** The headers of a ratio and of what it is the ratio of. */
export interface RatioColumns {
  readonly indicator: string;
  readonly ratio: string;
  readonly numerator: string;
  readonly denominator: string;
}

/** Ratios further from numerator ÷ denominator than this share of themselves are no matter of rounding: 0.1 %. */
const tolerance = 1e-3;

/**
 * What is to be said of figures that are not numerator ÷ denominator × 1, 10, 100 …: a note where they differ in their last
 * digits only, a warning where they differ by more than half a unit of the last digit and by more than 0.1 %.
 *
 * The power of ten is that which most rows of an indicator fit, since costs are given in thousands of pounds. Rows without
 * numerator or denominator are passed over.
 */
export function ratiosThatDoNotHold(table: RawTable, columns: RatioColumns): readonly Issue[] {
  const at = (text: string) => table.header.indexOf(text);
  const [indicatorAt, ratioAt] = [at(columns.indicator), at(columns.ratio)];
  const [numeratorAt, denominatorAt] = [at(columns.numerator), at(columns.denominator)];
  if ([indicatorAt, ratioAt, numeratorAt, denominatorAt].includes(-1)) return [];
  const checked = table.rows.flatMap((row, i) => {
    const printed = row[ratioAt]!.trim();
    const [numerator, denominator] = [numberIn(row[numeratorAt]!), numberIn(row[denominatorAt]!)];
    const quotient = numerator / denominator;
    if (!Number.isFinite(quotient) || Number.isNaN(numberIn(printed))) return [];
    return [{ indicator: row[indicatorAt]!.trim(), printed, quotient, line: table.lines[i]! }];
  });
  const powers = new Map<string, Map<number, number>>();
  for (const { indicator, printed, quotient } of checked) {
    const power = Math.round(Math.log10(Math.abs(Number(printed) / quotient)));
    if (!Number.isFinite(power)) continue;
    const counts = powers.get(indicator) ?? new Map<number, number>();
    powers.set(indicator, counts.set(power, (counts.get(power) ?? 0) + 1));
  }
  const off: number[] = [];
  const rounded: number[] = [];
  let largest = 0;
  for (const { indicator, printed, quotient, line } of checked) {
    const power = [...(powers.get(indicator) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
    const difference = Math.abs(Number(printed) - quotient * 10 ** power);
    const decimals = (printed.split(".")[1] ?? "").length;
    if (difference <= 0.5000001 * 10 ** -decimals) continue;
    const share = difference / Math.abs(quotient * 10 ** power);
    if (share > tolerance) off.push(line);
    else {
      rounded.push(line);
      largest = Math.max(largest, share);
    }
  }
  const about = { file: table.file, column: columns.ratio } as const;
  return [
    ...saidOnce(
      {
        ...about,
        code: "ratio-does-not-hold",
        severity: "warning",
        fix: "Compare the rows with the publisher's file; compute the ratio from its parts.",
      },
      off,
      (rows) => `${columns.ratio} is not ${columns.numerator} ÷ ${columns.denominator} in ${rows}`,
    ),
    ...saidOnce(
      {
        ...about,
        code: "ratio-of-other-digits",
        severity: "note",
        fix: "Nothing to do; a ratio computed from the parts differs in its last digits.",
      },
      rounded,
      (rows) =>
        `${columns.ratio} differs from ${columns.numerator} ÷ ${columns.denominator} in its last digits, by ${(largest * 100).toPrecision(1)} % at most, in ${rows}`,
    ),
  ];
}

function numberIn(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
