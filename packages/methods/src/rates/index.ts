export { crudeRate } from "./crude-rate.ts";
export { type DirectRateOptions, directRate } from "./direct-rate.ts";
export { indirectRate } from "./indirect-rate.ts";
export { type IndirectEstimates, indirectRatio } from "./indirect-ratio.ts";
export { percentage } from "./percentage.ts";
export { ratio } from "./ratio.ts";
export { share } from "./share.ts";
