import { runConformance } from "./run-conformance.ts";

process.exitCode = runConformance(process.argv.slice(2), { print: console.log, complain: console.error });
