export { ratioVariation } from "./ratio-variation.ts";
export { variation } from "./variation.ts";
export type { VariationMeasures, VariationTable } from "./variation-of-areas.ts";
