import { amount, count, figure } from "../../field.ts";

/** `*` is withheld to protect people; a blank, and what is divided by nobody, is not available. */
const missing = { marks: { "*": "suppressed", "": "not available", NA: "not available" } } as const;

/** People, or events, of a zone. */
export const people = (header: string) => count(header, missing);
/** Recorded crimes, which the index prints with fractions. */
export const crimes = (header: string) => amount("count", header, missing);
/** A share of people, 0 to 1. */
export const share = (header: string) => figure("ratio", header, missing);
/** An indirectly standardised ratio, 100 being Scotland. */
export const standardisedRatio = (header: string) => figure("ratio", header, missing);
/** A score, or minutes of travel. */
export const score = (header: string) => figure("score", header, missing);
/** A rate per 10,000 people. */
export const rate = (header: string) => figure("rate", header, missing);
