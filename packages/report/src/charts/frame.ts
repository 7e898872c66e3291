import type { Chart, ChartPoint } from "@popneeds/jsna";
import { isFirm } from "../is-firm.ts";

/** The space a chart is drawn in, and how large its text is. */
export interface Frame {
  readonly width: number;
  readonly fontSize: number;
  /** Narrow charts put names above bars, and fewer ticks. */
  readonly narrow: boolean;
}

/** Colours: the profiled area strong, what it is compared with grey; categories as the Analysis Function has them. */
export const colours = {
  own: "#12436D",
  ownCategories: ["#12436D", "#28A197", "#801650", "#F46A25"],
  others: ["#6B6B6B", "#8C8C8C", "#3D3D3D", "#757575"],
  bar: "#8C8C8C",
  /** Fills of bars that are neither observed nor published, within a dashed outline. */
  ownTint: "#D8E2EC",
  barTint: "#F0F0F0",
  text: "#1A1A1A",
  quiet: "#5E5E5E",
  grid: "#E3E3E3",
  baseline: "#5E5E5E",
} as const;

/** A white edge around text, so that rules and grid do not run through it. */
export const halo = { stroke: "#FFFFFF", strokeWidth: 6, fill: colours.text } as const;

/** The width that a text takes, near enough for margins: no fonts are measured on a server. */
export function textWidth(text: string, fontSize: number): number {
  return Math.max(...text.split("\n").map((line) => line.length)) * fontSize * 0.56;
}

/** A text broken into lines of at most so many characters, at blanks. */
export function wrap(text: string, characters: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

/** Whether a figure is neither counted nor published: projected, modelled or assumed. */
export function isUnfirm({ fact }: ChartPoint): boolean {
  return !isFirm(fact.evidence);
}

/** The names of a chart's series, in the order in which they are met. */
export function seriesOf({ points }: Chart): readonly string[] {
  return [...new Set(points.map(({ series }) => series))];
}

/** Options that all charts share. */
export function frameOptions({ width, fontSize }: Frame) {
  return { width, style: { fontSize: `${fontSize}px`, color: colours.text, background: "none" } };
}
