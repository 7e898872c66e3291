import { parsePeriod } from "@popneeds/core";
import type { Chart } from "@popneeds/jsna";
import { ticks } from "d3-array";

/** Where each period stands on a line chart, and which of them are printed. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
  readonly position: (at: string) => number;
  readonly ticks: readonly { readonly position: number; readonly label: string }[];
}

/**
 * Periods at their middle, in years; side by side, in the order met, where some text is no period.
 *
 * @param count how many ticks, about; whole calendar years get round ones
 */
export function timeScale({ points }: Chart, count: number): TimeScale {
  const labels = [...new Set(points.map(({ at }) => at))];
  const middles = labels.map(middle);
  const timed = middles.every((at) => at !== null) && new Set(middles).size === labels.length;
  const positions = new Map(labels.map((label, i) => [label, timed ? middles[i]! : i]));
  const inOrder = labels
    .map((label) => ({ label, position: positions.get(label)! }))
    .sort((a, b) => a.position - b.position);
  const from = inOrder[0]?.position ?? 0;
  const to = inOrder.at(-1)?.position ?? 1;
  return {
    from,
    to: to === from ? from + 1 : to,
    position: (at) => positions.get(at)!,
    ticks: labels.every((label) => /^\d{4}$/.test(label)) ? roundYears(from, to, count) : everyFew(inOrder, count),
  };
}

function middle(label: string): number | null {
  const period = parsePeriod(label);
  if (!period) return null;
  const at = (Date.parse(period.start) + Date.parse(period.end) + 86_400_000) / 2;
  const year = new Date(at).getUTCFullYear();
  const start = Date.UTC(year, 0, 1);
  return year + (at - start) / (Date.UTC(year + 1, 0, 1) - start);
}

function roundYears(from: number, to: number, count: number): TimeScale["ticks"] {
  const years = ticks(Math.floor(from), Math.floor(to), count).filter(Number.isInteger);
  return years.map((year) => ({ position: year + 0.5, label: String(year) }));
}

function everyFew(all: TimeScale["ticks"], count: number): TimeScale["ticks"] {
  const step = Math.max(1, Math.ceil(all.length / count));
  return all.filter((_, i) => (all.length - 1 - i) % step === 0);
}
