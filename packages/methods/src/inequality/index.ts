export type { GroupOrder } from "./groups-in-order.ts";
export { type InequalityGapMeasures, inequalityGap } from "./inequality-gap.ts";
export { type SlopeIndexMeasures, type SlopeIndexOptions, slopeIndex } from "./slope-index.ts";
