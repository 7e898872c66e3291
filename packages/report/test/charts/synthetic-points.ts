import { fromSource } from "@popneeds/core";
import type { Chart, ChartPoint, Fact } from "@popneeds/jsna";
import { deaths, fact } from "../synthetic-assessment.ts";

const provenance = fromSource(deaths, "read 400 rows");

/** A point of a chart that no place has, its figure in years unless said otherwise. */
export function point(at: string, series: string, value: number | null, parts: Partial<Fact> = {}): ChartPoint {
  const of = fact({
    indicator: "years-of-life-lost",
    area: "X37000001",
    category: `${at} ${series}`,
    provenance,
    value,
    unit: "years",
    missing: value === null ? "not available" : null,
    ...parts,
  });
  return { at, series, own: true, fact: of };
}

export function chartOf(kind: Chart["kind"], points: readonly ChartPoint[]): Chart {
  return {
    id: "synthetic",
    kind,
    title: ["A synthetic chart"],
    subtitle: "Synthetic figures",
    valueLabel: "Years of life lost a year",
    points,
    rule: null,
  };
}

/** What stands in an SVG text, in its order. */
export function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map((match) => match[1]!);
}

/** An attribute of each element of a name, as numbers, in their order. */
export function numbersOf(svg: string, element: string, attribute: string): readonly number[] {
  return [...svg.matchAll(new RegExp(`<${element} [^>]*\\b${attribute}="([^"]+)"`, "g"))].map((match) =>
    Number(match[1]),
  );
}

/** Where each text begins or ends beyond the drawing, taken at the width that the charts reckon with; empty when all stand within. */
export function textsOutside(svg: string): readonly string[] {
  const width = Number(/width="(\d+)"/.exec(svg)![1]);
  const fontSize = Number(/font-size:(\d+)px/.exec(svg)![1]);
  const outside: string[] = [];
  for (const group of svg.matchAll(/<g([^>]*)>((?:<text[^>]*>.*?<\/text>)+)<\/g>/g)) {
    const shift = Number(/translate\(([-\d.]+)/.exec(group[1]!)?.[1] ?? 0);
    const anchor = /text-anchor="(\w+)"/.exec(group[1]!)?.[1] ?? "middle";
    for (const text of group[2]!.matchAll(/<text([^>]*)>(.*?)<\/text>/g)) {
      const x = shift + Number(/translate\(([-\d.]+)/.exec(text[1]!)![1]);
      const lines = textsOf(text[0]);
      const long = Math.max(...lines.map((line) => line.length)) * fontSize * 0.56;
      const left = anchor === "start" ? x : anchor === "end" ? x - long : x - long / 2;
      if (left < -1 || left + long > width + 1) outside.push(lines.join(" "));
    }
  }
  return outside;
}
