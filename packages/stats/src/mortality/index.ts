export { discountedYears, type YearWeights } from "./discounted-years.ts";
export { type ExcessDeaths, type ExcessDeathsOptions, excessDeaths } from "./excess-deaths.ts";
export { type LifeExpectancyGapOptions, lifeExpectancyGap } from "./life-expectancy-gap.ts";
export { type LifespanVariation, type LifespanVariationOptions, lifespanVariation } from "./lifespan-variation.ts";
export {
  type DeathsInTime,
  type ModelledExcess,
  type ModelledExcessOptions,
  modelledExcess,
} from "./modelled-excess.ts";
export { type Seasons, type WinterDeaths, type WinterDeathsOptions, winterDeaths } from "./winter-deaths.ts";
