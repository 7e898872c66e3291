import type { Reader } from "../published/reader.ts";
import { phsPopulationReader } from "./public-health-scotland/population.ts";

/** Every reader that comes with popneeds, by publisher. */
export const readers: readonly Reader[] = Object.freeze([phsPopulationReader]);
