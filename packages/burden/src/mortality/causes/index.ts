export { type CauseHierarchy, type CauseRecord, causeHierarchy } from "./cause-hierarchy.ts";
export { type CodeColumns, causesByLevels, type LevelColumns } from "./causes-by-levels.ts";
export { causesAtLevel, causesOfCodes, unmapped } from "./causes-of-codes.ts";
export { diseaseCode } from "./disease-code.ts";
export { type DiseaseCodes, diseaseCodes, holdsCode } from "./disease-codes.ts";
