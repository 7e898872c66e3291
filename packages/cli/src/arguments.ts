import { type ParseArgsConfig, parseArgs } from "node:util";
import { Misuse } from "./misuse.ts";

export type OptionSpecs = NonNullable<ParseArgsConfig["options"]>;

/** What a command was called with. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly flag: (option: string) => boolean;
}

/** Options that every command takes. */
export const commonOptions: OptionSpecs = {
  data: { type: "string" },
  help: { type: "boolean", short: "h" },
  json: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
};

/**
 * Reads a command's arguments.
 *
 * @param positionals names of the arguments, in order: `<area>`; one that may be left out stands in brackets, `[<area>]`,
 *   and after all that may not
 * @throws Misuse for an unknown option, an option without its value, or the wrong number of arguments
 */
export function argumentsOf(
  command: string,
  args: readonly string[],
  options: OptionSpecs,
  positionals: readonly string[],
): Arguments {
  const parsed = parse(command, args, { ...commonOptions, ...options });
  const needed = positionals.filter((name) => !name.startsWith("[")).length;
  const given = parsed.positionals.length;
  if (!parsed.values["help"] && (given < needed || given > positionals.length))
    throw new Misuse(
      `popneeds ${command} takes ${positionals.length === 0 ? "no argument" : positionals.join(" ")}; got ${parsed.positionals.length === 0 ? "nothing" : parsed.positionals.map((text) => `"${text}"`).join(" ")}.${hint(command)}`,
    );
  return {
    positionals: parsed.positionals,
    text: (option) => parsed.values[option] as string | undefined,
    flag: (option) => parsed.values[option] === true,
  };
}

function parse(command: string, args: readonly string[], options: OptionSpecs) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    const known = Object.keys(options)
      .map((option) => `--${option}`)
      .join(", ");
    throw new Misuse(`popneeds ${command}: ${said}. Options: ${known}.${hint(command)}`);
  }
}

function hint(command: string): string {
  return `\nSee popneeds ${command} --help.`;
}
