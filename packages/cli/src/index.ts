export type { Streams } from "./command.ts";
export { run } from "./run.ts";
