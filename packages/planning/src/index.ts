export type { NeedsRow } from "./needs-row.ts";
export { needsSummary } from "./needs-summary.ts";
export { type Topic, topics } from "./topic.ts";
