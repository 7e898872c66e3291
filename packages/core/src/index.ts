export { absentIsZero } from "./absent-is-zero.ts";
export { type Age, ageBand, allAges, parseAge } from "./age.ts";
export { ageBands, evenAgeBands } from "./age-bands.ts";
export { type AgeGroupOptions, ageGroup } from "./age-group.ts";
export { ageInMonthsOn, ageOn } from "./age-on.ts";
export { asPercentText } from "./as-percent-text.ts";
export { calendarQuarterOf, nextQuarter, previousQuarter } from "./calendar-quarter.ts";
export { countBy } from "./count-by.ts";
export type { CountRequest, Engine } from "./engine.ts";
export { type Evidence, evidences, leastFirm } from "./evidence.ts";
export { describeSource, explain } from "./explain.ts";
export { financialYear, financialYearOf } from "./financial-year.ts";
export { type Groups, groupRows } from "./group-rows.ts";
export { inMemoryEngine } from "./in-memory-engine.ts";
export { into } from "./into.ts";
export { describeIssue, type Issue } from "./issue.ts";
export { type Conditions, keep } from "./keep.ts";
export { type Key, type KeyColumn, keyCoder, keyColumn, keyLabel, keyText } from "./key-column.ts";
export type { LookUp } from "./look-up.ts";
export { type MeasureColumn, measureColumn, missingAt } from "./measure-column.ts";
export { type Additive, addsUp, type Derived, type MeasureKind } from "./measure-kind.ts";
export { type Missing, reasonCode, reasonOf, reasons } from "./missing.ts";
export { only } from "./only.ts";
export type { OnlyCounts } from "./only-counts.ts";
export { type Exposed, over } from "./over.ts";
export { byTime, calendarYears, endYear, type Period, parsePeriod } from "./period.ts";
export { pool } from "./pool.ts";
export { type Fault, firstThree, PopneedsError } from "./popneeds-error.ts";
export { atBest, fromInputs, fromSource, noSource, type Provenance, sourcesOf, withStep } from "./provenance.ts";
export { type MonthWords, quarterEndInWords, quarterInWords } from "./quarter-in-words.ts";
export { recode } from "./recode.ts";
export { roundHalfUp } from "./round-half-up.ts";
export type { Sex } from "./sex.ts";
export type { Source } from "./source.ts";
export { stack } from "./stack.ts";
export { sumAcross } from "./sum-across.ts";
export { sumOver } from "./sum-over.ts";
export {
  type Counts,
  createTable,
  describeRow,
  type Keys,
  type Measures,
  type Row,
  rowAt,
  type Table,
  type TableParts,
  takeRows,
  uncheckedTable,
} from "./table.ts";
export {
  type ColumnRoles,
  type KeyKind,
  type KeysOfKinds,
  type PlainColumns,
  reasonColumn,
  tableFromColumns,
} from "./table-from-columns.ts";
export { type KeysOfRow, tableFromRows } from "./table-from-rows.ts";
export { where } from "./where.ts";
export { withKey } from "./with-key.ts";
export { withKeyFrom } from "./with-key-from.ts";
export { withoutKey } from "./without-key.ts";
