export type { NeedsRow } from "./needs-row.ts";
export { needsSummary } from "./needs-summary.ts";
export {
  type CauseMapping,
  type CauseMappingRecord,
  causeMapping,
  type Quadrant,
  type SpendAgainstBurdenMeasures,
  type SpendAgainstBurdenOptions,
  screeningNotEfficiency,
  spendAgainstBurden,
} from "./spend-and-burden/index.ts";
export { type Topic, topics } from "./topic.ts";
