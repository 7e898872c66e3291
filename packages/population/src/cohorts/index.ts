export { type CohortSurvival, cohortSurvival } from "./cohort-survival.ts";
export { type CohortRates, type ProjectCohortsOptions, projectCohorts } from "./project-cohorts.ts";
export type { ProjectedCohorts } from "./projected-tables.ts";
