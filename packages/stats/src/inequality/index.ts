export { type InequalityGap, inequalityGap } from "./inequality-gap.ts";
export {
  type AttributableRisk,
  type AttributableRiskOptions,
  populationAttributableRisk,
} from "./population-attributable-risk.ts";
export type { Scale } from "./slope-fit.ts";
export { type SlopeIndex, type SlopeIndexOptions, slopeIndex, type ValueErrors } from "./slope-index.ts";
export { standardErrorsFromLimits } from "./standard-errors-from-limits.ts";
