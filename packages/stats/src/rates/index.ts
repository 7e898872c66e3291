export { crudeRate, type RateOptions } from "./crude-rate.ts";
export { directRate } from "./direct-rate.ts";
export { directRateOfRepeatedEvents } from "./direct-rate-of-repeated-events.ts";
export { expectedEvents } from "./expected-events.ts";
export { type IndirectRateOptions, indirectRate } from "./indirect-rate.ts";
export { type IndirectRatioOptions, indirectRatio } from "./indirect-ratio.ts";
export { type ProportionOptions, proportion } from "./proportion.ts";
