export { type CrudeRateOptions, crudeRate } from "./crude-rate.ts";
export { directRate } from "./direct-rate.ts";
export { directRateAcrossSexes } from "./direct-rate-across-sexes.ts";
export type { DirectRateOptions } from "./directly.ts";
export { indirectRate } from "./indirect-rate.ts";
export { type IndirectEstimates, indirectRatio } from "./indirect-ratio.ts";
export { type PercentageOptions, percentage } from "./percentage.ts";
export { ratio } from "./ratio.ts";
export { share } from "./share.ts";
