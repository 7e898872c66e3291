export type { Groups } from "./groups.ts";
export type { Interval, Limits } from "./interval.ts";
