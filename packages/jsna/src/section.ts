import type { Chart } from "./charts/chart.ts";
import type { Fact } from "./facts/fact.ts";
import type { Finding } from "./findings/finding.ts";

/** One domain of need: what was found, drawn and tabulated. */
export interface Section {
  /** `population`, `life-expectancy-and-mortality` … ; the page's anchor. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  /** Begins a part of a long section; what follows belongs to it. */
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "finding"; readonly finding: Finding }
  | { readonly kind: "chart"; readonly chart: Chart }
  | { readonly kind: "table"; readonly table: FactTable }
  | { readonly kind: "note"; readonly text: string };

/** Figures side by side: a row for each area (or period, or category), a column for each indicator or year. */
export interface FactTable {
  readonly caption: string;
  /** What the rows are: `Area`, `Cause of death`. */
  readonly rowHeader: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** The profiled area's own row is set apart. */
    readonly own: boolean;
    readonly cells: readonly (Fact | null)[];
  }[];
}
