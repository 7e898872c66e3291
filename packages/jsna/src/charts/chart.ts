import type { Fact } from "../facts/fact.ts";
import type { Sentence } from "../sentences/sentence.ts";

/** A chart as data: what it says, and the figures it draws. How it looks is the report's business. */
export interface Chart {
  readonly id: string;
  /**
   * - `bars`: one bar for each point, from zero, limits drawn where there are any; `series` empty
   * - `lines`: value against year, a line a series, limits as a band where there are any; where `evidence` turns from
   *   observed or published to projected or modelled the line turns dashed
   * - `pyramid`: bands of ages, females and males apart, each series an outline or fill (`series[0]` filled)
   * - `dots`: a dot with limits for each point, for areas side by side; a rule at the value of the `rule` fact
   * - `stack`: a column for each `at`, a band of ages, of parts one upon the other: `series` is the part, a group of causes;
   *   parts below zero stack downwards
   * - `waterfall`: a total, the signed steps from it, and the total they lead to; `series` is `total` or `step`, `at` the name
   * - `treemap`: a rectangle a point, its area the value, 0 or more; `series` is the group it stands in, and the order in which
   *   groups are met is that of their colours, as in `stack`
   * - `arrows`: two ordered lists of what has a rank, a line from each `at` in the first to the same in the second; `series` is
   *   the list, a period, the earlier one on the left; the value is the rank, 1 or more
   */
  readonly kind: "bars" | "lines" | "pyramid" | "dots" | "stack" | "waterfall" | "treemap" | "arrows";
  /** The message, with its figures cited: "The population aged 75 and over is projected to grow by 48%". */
  readonly title: Sentence;
  /** Measure, unit, area, period. */
  readonly subtitle: string;
  /** Name of the value axis, with its unit. */
  readonly valueLabel: string;
  readonly points: readonly ChartPoint[];
  /** The comparator's figure, drawn as a labelled rule across `bars` and `dots`; `null` for none. */
  readonly rule: { readonly label: string; readonly fact: Fact } | null;
}

export interface ChartPoint {
  /** What the point stands at: an area's name, a cause, a year, a band of ages. */
  readonly at: string;
  /** The line or outline it belongs to: `Dumfries and Galloway`, `Scotland`; empty for one series. */
  readonly series: string;
  /** The profiled area's own points are drawn in the strong colour. */
  readonly own: boolean;
  readonly fact: Fact;
}
