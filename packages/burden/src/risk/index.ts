export { attributableBurden } from "./attributable-burden.ts";
export {
  type AttributableFractionsOptions,
  attributableFractions,
  type Exposures,
  type RelativeRisks,
} from "./attributable-fractions.ts";
export {
  type ContinuousAttributableFractionsOptions,
  type ContinuousExposures,
  continuousAttributableFractions,
  type RisksPerUnit,
} from "./continuous-attributable-fractions.ts";
export { type JointFractionsOptions, jointFractions } from "./joint-fractions.ts";
