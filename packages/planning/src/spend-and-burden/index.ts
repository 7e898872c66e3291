export { type CauseMapping, type CauseMappingRecord, causeMapping } from "./cause-mapping.ts";
export {
  type Quadrant,
  type SpendAgainstBurdenMeasures,
  type SpendAgainstBurdenOptions,
  screeningNotEfficiency,
  spendAgainstBurden,
} from "./spend-against-burden.ts";
