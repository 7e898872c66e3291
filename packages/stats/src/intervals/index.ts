export { agrestiCoullLimits } from "./agresti-coull-limits.ts";
export { byarLimits } from "./byar-limits.ts";
export { clopperPearsonLimits } from "./clopper-pearson-limits.ts";
export { exactPoissonLimits } from "./exact-poisson-limits.ts";
export { jeffreysLimits } from "./jeffreys-limits.ts";
export { poissonLimits } from "./poisson-limits.ts";
export { type Mean, type StudentMeanOptions, studentMean } from "./student-mean.ts";
export { wilsonLimits } from "./wilson-limits.ts";
