export type { UngroupMethod } from "./graduation-methods.ts";
export { regroupAges } from "./regroup-ages.ts";
export { type UngroupOptions, ungroupAges } from "./ungroup-ages.ts";
