export { type LifeExpectancyGapOptions, lifeExpectancyGap } from "./life-expectancy-gap.ts";
export { type LifespanVariation, type LifespanVariationOptions, lifespanVariation } from "./lifespan-variation.ts";
