export { attributedDisability } from "./attributed-disability.ts";
export { combinedDisability } from "./combined-disability.ts";
