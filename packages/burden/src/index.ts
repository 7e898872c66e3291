export { expectedEvents } from "./expected-events.ts";
export {
  type AboveOldestAge,
  type AgeAtDeathOptions,
  expectancyAt,
  type MeanAgeAtDeath,
  type PotentialYearsOptions,
  potentialYearsOfLifeLost,
  prematureDeaths,
  type WorkingYearsOptions,
  workingYearsOfLifeLost,
  type YearsOfLifeLostOptions,
  yearsOfLifeLost,
} from "./mortality/index.ts";
