export * from "./national-records-of-scotland/index.ts";
export * from "./public-health-scotland/index.ts";
export { readers } from "./readers.ts";
