export { attributableFraction } from "./attributable-fraction.ts";
export { caseAttributableFraction } from "./case-attributable-fraction.ts";
export { continuousImpactFraction, type ExposureDistribution } from "./continuous-impact-fraction.ts";
export { impactFraction } from "./impact-fraction.ts";
export { jointFraction } from "./joint-fraction.ts";
export { type LogLinearRiskOptions, logLinearRisk } from "./log-linear-risk.ts";
