export type { EstimateMeasures, Estimates } from "./estimate.ts";
export type { RateOptions } from "./scale.ts";
