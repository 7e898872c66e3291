import type { Arguments, OptionSpecs } from "./arguments.ts";

/** Where a command writes: results to `out`, progress and warnings to `err`. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** One command of popneeds. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly positionals: readonly string[];
  readonly options: OptionSpecs;
  readonly help: string;
  /** @returns the exit code: 0, or 1 when the data have faults */
  readonly run: (args: Arguments, streams: Streams) => Promise<number>;
}
