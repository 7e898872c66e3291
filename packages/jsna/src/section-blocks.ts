import type { Chart } from "./chart.ts";
import type { Finding } from "./finding.ts";
import type { Block, FactTable } from "./section.ts";

/** The blocks of a section, without those that there are no figures for. */
export function blocks(...parts: readonly (Chart | Finding | FactTable | string | null)[]): readonly Block[] {
  return parts.flatMap((part): Block[] => {
    if (part === null) return [];
    if (typeof part === "string") return [{ kind: "note", text: part }];
    if ("sentences" in part) return [{ kind: "finding", finding: part }];
    return "caption" in part ? [{ kind: "table", table: part }] : [{ kind: "chart", chart: part }];
  });
}
