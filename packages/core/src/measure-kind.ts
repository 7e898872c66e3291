/** What adds up: events and people, years lived by people, years of life lost. */
export type Additive = "count" | "person-years" | "years";

/** What never adds up: it is computed after the last sum and never aggregated again. */
export type Derived = "rate" | "percentage" | "ratio" | "expectancy" | "limit" | "score";

/** What a measure column holds. */
export type MeasureKind = Additive | Derived;

/** Whether figures of this kind may be summed. */
export function addsUp(kind: MeasureKind): kind is Additive {
  return kind === "count" || kind === "person-years" || kind === "years";
}
