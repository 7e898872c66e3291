export {
  type BurdenDriversOptions,
  burdenDrivers,
  type DriverMeasures,
  type LifeExpectancyDifference,
  type LifeExpectancyDifferenceOptions,
  lifeExpectancyDifference,
} from "./change/index.ts";
export { expectedEvents } from "./expected-events.ts";
export {
  type AboveOldestAge,
  type AgeAtDeathOptions,
  expectancyAt,
  type FixedPackage,
  type MeanAgeAtDeath,
  type PotentialYearsOptions,
  type ProportionalPackage,
  potentialYearsOfLifeLost,
  prematureDeaths,
  type Redistribution,
  type RedistributionOptions,
  type RedistributionPackage,
  type RedistributionShare,
  redistributeDeaths,
  type WorkingYearsOptions,
  workingYearsOfLifeLost,
  type YearsOfLifeLostOptions,
  yearsOfLifeLost,
} from "./mortality/index.ts";
