export type { Benchmark } from "./benchmark.ts";
export { type BlendMeasures, type BlendOptions, blendWithObserved } from "./blend-with-observed.ts";
export { type BurdenInequalityMeasures, type BurdenInequalityOptions, burdenInequality } from "./burden-inequality.ts";
export { type LocalBurdenMeasures, type LocalBurdenOptions, localBurden } from "./local-burden.ts";
