export { directRateFunnel } from "./direct-rate-funnel.ts";
export type { Funnel, FunnelGroupMeasures, FunnelLineMeasures, FunnelMeasures, FunnelOptions } from "./funnel.ts";
export { type PercentageFunnelOptions, percentageFunnel } from "./percentage-funnel.ts";
export { type RateFunnelOptions, rateFunnel } from "./rate-funnel.ts";
export { type ObservedAndExpected, type RatioFunnelOptions, ratioFunnel } from "./ratio-funnel.ts";
export { signalInWords } from "./signal-in-words.ts";
