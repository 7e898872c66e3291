export { type Concordance, type ConcordanceColumns, concordance, type Share } from "./concordance.ts";
export { type ConvertAreasOptions, convertAreas } from "./convert-areas.ts";
export { exactPairs } from "./exact-pairs.ts";
