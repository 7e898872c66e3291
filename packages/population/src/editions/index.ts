export { compareEditions, type EditionMeasures } from "./compare-editions.ts";
export { populationEditions } from "./population-editions.ts";
export { type EditionSpan, spliceEditions } from "./splice-editions.ts";
export { type OfOneEdition, takeEdition } from "./take-edition.ts";
