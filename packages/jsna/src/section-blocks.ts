import type { Chart } from "./charts/chart.ts";
import type { Finding } from "./findings/finding.ts";
import type { Block, FactTable } from "./section.ts";

/** The blocks of a section, without those that there are no figures for, and without headings that nothing follows. */
export function blocks(...parts: readonly (Chart | Finding | FactTable | Heading | string | null)[]): readonly Block[] {
  const all = parts.flatMap((part): Block[] => {
    if (part === null) return [];
    if (typeof part === "string") return [{ kind: "note", text: part }];
    if ("sentences" in part) return [{ kind: "finding", finding: part }];
    if ("heading" in part) return [{ kind: "heading", text: part.heading }];
    return "caption" in part ? [{ kind: "table", table: part }] : [{ kind: "chart", chart: part }];
  });
  return all.filter(({ kind }, i) => kind !== "heading" || (all[i + 1] && all[i + 1]!.kind !== "heading"));
}

/** The heading of a part of a section. */
export interface Heading {
  readonly heading: string;
}
