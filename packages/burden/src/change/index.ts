export { type BurdenDriversOptions, burdenDrivers, type DriverMeasures } from "./burden-drivers.ts";
export { type FactorEffectMeasures, type FactorEffectsOptions, factorEffects } from "./factor-effects.ts";
export {
  type LifeExpectancyDifference,
  type LifeExpectancyDifferenceOptions,
  lifeExpectancyDifference,
} from "./life-expectancy-difference.ts";
export {
  type StandardisedAcrossOptions,
  type StandardisedMeasures,
  standardisedAcross,
} from "./standardised-across.ts";
