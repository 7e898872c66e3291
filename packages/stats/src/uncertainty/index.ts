export { type BetaShapes, betaShapes } from "./beta-shapes.ts";
export { type DrawsSummary, drawsSummary } from "./draws-summary.ts";
export { weightedSumVariance } from "./weighted-sum-variance.ts";
