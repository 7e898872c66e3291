export * from "./public-health-scotland/index.ts";
export { readers } from "./readers.ts";
