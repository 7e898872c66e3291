export type { AgeAtDeathOptions } from "./age-at-death.ts";
export { expectancyAt } from "./expectancy-at.ts";
export { expectedEvents } from "./expected-events.ts";
export { yearsOfLifeLost } from "./years-of-life-lost.ts";
