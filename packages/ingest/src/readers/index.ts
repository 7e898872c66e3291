export { phsPopulation } from "./public-health-scotland/population.ts";
export { readers } from "./readers.ts";
