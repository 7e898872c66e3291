export { atkinsonIndex } from "./atkinson-index.ts";
export {
  type ConcentrationIndex,
  type ConcentrationIndexOptions,
  concentrationIndex,
} from "./concentration-index.ts";
export { giniCoefficient } from "./gini-coefficient.ts";
export { indexOfDisparity } from "./index-of-disparity.ts";
export { type InequalityGap, inequalityGap } from "./inequality-gap.ts";
export {
  type AttributableRisk,
  type AttributableRiskOptions,
  populationAttributableRisk,
} from "./population-attributable-risk.ts";
export type { Scale } from "./slope-fit.ts";
export { type SlopeIndex, type SlopeIndexOptions, slopeIndex } from "./slope-index.ts";
export { type SlopeIndexStatus, slopeIndexStatuses } from "./slope-index-statuses.ts";
export { type SlopeIndexColumns, type SlopeIndicesOptions, slopeIndices } from "./slope-indices.ts";
export { standardErrorsFromLimits } from "./standard-errors-from-limits.ts";
export { type TheilDecomposition, theilDecomposition } from "./theil-decomposition.ts";
export { type TheilIndices, theilIndices } from "./theil-indices.ts";
export type { ValueErrors } from "./value-errors.ts";
