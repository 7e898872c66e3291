import { type Evidence, fromSource, type Missing } from "@popneeds/core";
import type { Chart, ChartPoint } from "@popneeds/jsna";
import { fact, source } from "../synthetic-assessment.ts";

/** A figure of a chart: what it stands at, its series, its value, and what else is not as usual. */
export interface Drawn {
  readonly at: string;
  readonly series: string;
  readonly value: number | null;
  readonly lower?: number;
  readonly upper?: number;
  readonly evidence?: Evidence;
  readonly missing?: Missing;
}

/** A chart of figures that are made up; no number in it is of any real place. */
export function syntheticChart(kind: Chart["kind"], unit: string, valueLabel: string, drawn: readonly Drawn[]): Chart {
  return {
    id: `synthetic-${kind}`,
    kind,
    title: ["A synthetic message"],
    subtitle: "Synthetic figures of a place that does not exist",
    valueLabel,
    points: drawn.map(
      ({ at, series, value, lower = null, upper = null, evidence = "observed", missing }): ChartPoint => ({
        at,
        series,
        own: true,
        fact: fact({
          indicator: `synthetic-${kind}`,
          area: "X37000001",
          category: at,
          period: kind === "arrows" ? series : "2021",
          provenance: fromSource(source(`synthetic-${evidence}`, evidence, "Synthetic deaths", "2021")),
          value,
          lower,
          upper,
          unit,
          per: unit === "%" ? 100 : null,
          missing: value === null ? (missing ?? "not available") : null,
        }),
      }),
    ),
    rule: null,
  };
}

/** Twenty-six causes in seven groups, as long as causes are called, with made-up shares that add up to 100. */
export const shares: readonly Drawn[] = [
  [
    "Cancers",
    { "Lung cancer": 9.1, "Other cancers": 13.4, "Bowel cancer": 3.3, "Breast cancer": 2.9, "Prostate cancer": 1.3 },
  ],
  [
    "Heart and circulation",
    { "Ischaemic heart disease": 14.2, "Cerebrovascular disease": 4.6, "Other circulatory diseases": 5.1 },
  ],
  [
    "Respiratory",
    { "Chronic lower respiratory diseases": 4.9, "Influenza and pneumonia": 2.2, "Other respiratory diseases": 1.9 },
  ],
  [
    "Dementia, mental health and nervous system",
    {
      "Dementia and Alzheimer's disease": 4.1,
      "Other mental and behavioural disorders": 2.6,
      "Other diseases of the nervous system": 3.2,
    },
  ],
  [
    "Digestive, liver, diabetes and kidney",
    {
      "Cirrhosis and other liver diseases": 3.5,
      "Digestive diseases except cirrhosis": 3.1,
      Diabetes: 1.2,
      "Genitourinary diseases": 1.1,
    },
  ],
  [
    "Injury, drugs and suicide",
    { Accidents: 3.7, "Drug-related deaths": 4.2, Suicide: 3.4, "Other external causes": 0.4 },
  ],
  [
    "All other causes",
    { "Infectious diseases": 1, "Perinatal conditions": 1.5, "Ill-defined causes": 0.3, "All other causes": 3.8 },
  ],
].flatMap(([series, causes]) =>
  Object.entries(causes as Record<string, number>).map(([at, value]) => ({ at, series: String(series), value })),
);

/** Ranks of those causes in two periods, made up, with limits. */
export const ranks: readonly Drawn[] = ["2000-2002", "2015-2017"].flatMap((series, period) => {
  const order = shares
    .map(({ at, value }, i) => ({ at, size: value! * (period === 0 ? 1 : [0.7, 1.1, 1.6, 0.9, 1][i % 5]!) }))
    .sort((a, b) => b.size - a.size);
  return order.map(({ at }, i) => ({
    at,
    series,
    value: i + 1,
    lower: Math.max(1, i + 1 - (i % 3)),
    upper: i + 1 + (i % 4 === 0 ? 0 : (i % 3) + 1),
  }));
});
