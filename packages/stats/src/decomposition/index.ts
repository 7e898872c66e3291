export { type BurdenChange, burdenChange } from "./burden-change.ts";
export { type BurdenChangeColumns, burdenChanges } from "./burden-changes.ts";
export { type FactorEffects, type Factors, factorEffects } from "./factor-effects.ts";
export {
  type LifeExpectancyChange,
  type LifeExpectancyChangeMethod,
  type LifeExpectancyChangeOptions,
  lifeExpectancyChange,
} from "./life-expectancy-change.ts";
export { type LineIntegralOptions, lineIntegralEffects } from "./line-integral-effects.ts";
export { type StandardisedAcross, standardisedAcross } from "./standardised-across.ts";
export { stepwiseEffects } from "./stepwise-effects.ts";
