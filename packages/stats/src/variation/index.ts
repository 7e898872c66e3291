export { type CoefficientOfVariationOptions, coefficientOfVariation } from "./coefficient-of-variation.ts";
export { extremalQuotient } from "./extremal-quotient.ts";
export { type Heterogeneity, heterogeneity } from "./heterogeneity.ts";
export { type PercentileRatioOptions, percentileRatio } from "./percentile-ratio.ts";
export { type SystematicComponentOptions, systematicComponent } from "./systematic-component.ts";
