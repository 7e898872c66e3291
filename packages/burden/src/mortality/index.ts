export type { AgeAtDeathOptions, MeanAgeAtDeath } from "./age-at-death.ts";
export {
  type AvoidableCause,
  type AvoidableList,
  type AvoidableListOptions,
  type Avoidance,
  avoidableDeaths,
  avoidableList,
  notOnList,
} from "./avoidable/index.ts";
export {
  type CauseHierarchy,
  type CauseRecord,
  type CodeColumns,
  causeHierarchy,
  causesAtLevel,
  causesByLevels,
  causesOfCodes,
  type DiseaseCodes,
  diseaseCode,
  diseaseCodes,
  holdsCode,
  type LevelColumns,
  unmapped,
} from "./causes/index.ts";
export { type AboveOldestAge, expectancyAt } from "./expectancy-at.ts";
export { type PotentialYearsOptions, potentialYearsOfLifeLost } from "./potential-years-of-life-lost.ts";
export { prematureDeaths } from "./premature-deaths.ts";
export {
  type FixedPackage,
  type ProportionalPackage,
  type Redistribution,
  type RedistributionOptions,
  type RedistributionPackage,
  type RedistributionShare,
  redistributeDeaths,
} from "./redistribution/index.ts";
export { type WorkingYearsOptions, workingYearsOfLifeLost } from "./working-years-of-life-lost.ts";
export { type YearsOfLifeLostOptions, yearsOfLifeLost } from "./years-of-life-lost.ts";
