export type { Assessment } from "./assessment.ts";
export { type ChartOptions, chartSvg } from "./charts/chart-svg.ts";
export { dataPackage } from "./data-package.ts";
export { explainRow } from "./explain-row.ts";
export { factsCsv, factTables } from "./fact-tables.ts";
export { needsCsv, needsTable } from "./needs-table.ts";
export type { Field, OutputTable } from "./output-table.ts";
export { pageHtml } from "./page-html.ts";
export {
  type Chain,
  type ProvenanceRecord,
  provenanceJson,
  provenanceRecord,
  type RowOrigin,
} from "./provenance-record.ts";
export { type ReleasePolicy, release } from "./release.ts";
export type { Released, ReleasedNeedsRow, Withheld } from "./released.ts";
export { tidyCsv } from "./tidy/tidy-csv.ts";
export { tidyFiles, writeTidy } from "./tidy/write-tidy.ts";
export { assessmentFiles, type WrittenFile, writeAssessment } from "./write-assessment.ts";
