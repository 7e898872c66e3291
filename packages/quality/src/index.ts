export type {
  AreaCodes,
  Coverage,
  Jump,
  Jumps,
  LevelCovered,
  MissingFigures,
  Quality,
  Refusals,
  Rounding,
  TimeCovered,
} from "./quality.ts";
export { qualityAsText } from "./quality-as-text.ts";
export { type QualityOptions, qualityOf } from "./quality-of.ts";
export type { Difference, TotalCheck } from "./totals/total-check.ts";
export { totalsAcross } from "./totals/totals-across.ts";
