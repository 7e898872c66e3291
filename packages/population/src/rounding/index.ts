export { roundToTotal } from "./round-to-total.ts";
