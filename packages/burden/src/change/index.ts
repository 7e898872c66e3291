export { type BurdenDriversOptions, burdenDrivers, type DriverMeasures } from "./burden-drivers.ts";
export {
  type LifeExpectancyDifference,
  type LifeExpectancyDifferenceOptions,
  lifeExpectancyDifference,
} from "./life-expectancy-difference.ts";
