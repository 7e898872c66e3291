export {
  type ConcentrationIndexMeasures,
  type ConcentrationIndexOptions,
  concentrationIndex,
} from "./concentration-index.ts";
export type { GroupOrder } from "./groups-in-order.ts";
export { type InequalityGapMeasures, inequalityGap } from "./inequality-gap.ts";
export {
  type PopulationAttributableRiskMeasures,
  type PopulationAttributableRiskOptions,
  populationAttributableRisk,
} from "./population-attributable-risk.ts";
export { type SlopeIndexMeasures, type SlopeIndexOptions, slopeIndex } from "./slope-index.ts";
