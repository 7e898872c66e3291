import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { explainRow } from "popneeds";
import type { Command } from "../command.ts";
import { Misuse } from "../misuse.ts";

/** Prints how a figure came to be. */
export const explain: Command = {
  name: "explain",
  summary: "print how a figure came to be, from the output back to its files",
  positionals: ["<row_id>"],
  options: { in: { type: "string" }, out: { type: "string" } },
  help: `popneeds explain <row_id>

Prints the chain of steps behind a row of the tables, back to the files and their hashes. A row id stands in the first
column of every table, and beside every figure in the page.

  --in <folder>    the output to look in, such as out/dumfries-and-galloway (default: the last one written)
  --out <folder>   where outputs are written (default: out)
  --json           print as JSON`,
  async run(args, { out }) {
    const row = args.positionals[0]!;
    const folder = args.text("in") ?? (await lastWritten(args.text("out") ?? "out"));
    if (!existsSync(join(folder, "provenance.json")))
      throw new Misuse(
        `${folder} holds no output of popneeds: there is no provenance.json. Make one with popneeds profile <area>.`,
      );
    const text = await explainRow(folder, row);
    out(args.flag("json") ? JSON.stringify({ row, folder, explanation: text.split("\n") }, null, 2) : text);
    return 0;
  },
};

async function lastWritten(root: string): Promise<string> {
  const names = await readdir(root).catch(() => [] as string[]);
  const written: { readonly folder: string; readonly at: number }[] = [];
  for (const name of names) {
    const record = join(root, name, "provenance.json");
    if (existsSync(record)) written.push({ folder: join(root, name), at: (await stat(record)).mtimeMs });
  }
  const last = written.sort((a, b) => b.at - a.at)[0];
  if (!last)
    throw new Misuse(
      `There is no output in ${root} yet. Make one with popneeds profile <area>, or name one with --in.`,
    );
  return last.folder;
}
