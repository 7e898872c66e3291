export type { Coefficient, Reference } from "./coefficient.ts";
export type { Terms } from "./design.ts";
export { type ExpectedByRegression, expectedByRegression } from "./expected-by-regression.ts";
export {
  type PoissonRegression,
  type PoissonRegressionOptions,
  poissonRegression,
  type ScaledRegression,
} from "./poisson-regression.ts";
export { rateRatios, type TermRatio } from "./rate-ratios.ts";
export { type LeastSquares, type LeastSquaresOptions, weightedLeastSquares } from "./weighted-least-squares.ts";
