import { createRequire } from "node:module";
import { PopneedsError } from "popneeds";
import { argumentsOf } from "./arguments.ts";
import type { Command, Streams } from "./command.ts";
import { areas } from "./commands/areas.ts";
import { check } from "./commands/check.ts";
import { explain } from "./commands/explain.ts";
import { fetch } from "./commands/fetch.ts";
import { outdated } from "./commands/outdated.ts";
import { profile } from "./commands/profile.ts";
import { read } from "./commands/read.ts";
import { Misuse } from "./misuse.ts";

const commands: readonly Command[] = [profile, explain, areas, check, read, fetch, outdated];

/**
 * Runs the command line.
 *
 * @param args    what stands after `popneeds`
 * @param streams where results and progress go
 * @returns the exit code: 0; 1 for faults in the data; 2 for misuse: an unknown command, option, area or row
 */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  try {
    return await dispatch(args, streams);
  } catch (error) {
    if (error instanceof Misuse) {
      streams.err(error.message);
      return 2;
    }
    if (error instanceof PopneedsError) {
      streams.err(error.message);
      return ["unknown-row", "unknown-edition", "no-data-package"].includes(error.code) ? 2 : 1;
    }
    throw error;
  }
}

async function dispatch(args: readonly string[], streams: Streams): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    streams.out(usage());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-v") {
    streams.out((createRequire(import.meta.url)("../package.json") as { version: string }).version);
    return 0;
  }
  const command = commands.find((known) => known.name === name);
  if (!command) throw new Misuse(`Unknown command "${name}".\n\n${usage()}`);
  const parsed = argumentsOf(command.name, rest, command.options, command.positionals);
  if (parsed.flag("help")) {
    streams.out(command.help);
    return 0;
  }
  return command.run(parsed, streams);
}

function usage(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "popneeds: from published CSVs to the needs assessment of an area",
    "",
    ...commands.map(({ name, summary }) => `  popneeds ${name.padEnd(width)}  ${summary}`),
    "",
    "popneeds <command> --help says more.",
  ].join("\n");
}
