export { controlledRounding } from "./controlled-rounding.ts";
export { type RoundedTable, roundToMargins } from "./round-to-margins.ts";
export { roundToTotal } from "./round-to-total.ts";
