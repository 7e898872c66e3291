export type { Interval, Limits } from "./interval.ts";
