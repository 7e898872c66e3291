export type { NeedsRow } from "./needs-row.ts";
