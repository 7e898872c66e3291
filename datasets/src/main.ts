import { fileURLToPath } from "node:url";
import { buildCommand } from "./build-command.ts";

process.exitCode = buildCommand(process.argv.slice(2), {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  out: fileURLToPath(new URL("..", import.meta.url)),
  say: (line) => console.error(line),
});
