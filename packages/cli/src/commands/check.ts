import { namedSchemas, openRawFile, readDeclared, readers, readPublished, readRaw, recognise } from "popneeds";
import { draftFor } from "../checking/by-draft.ts";
import { checkBySchema } from "../checking/by-schema.ts";
import { issuesOf } from "../checking/for-command-line.ts";
import { cannotBeRead, reportQuality } from "../checking/quality-report.ts";
import type { Command } from "../command.ts";
import { Misuse } from "../misuse.ts";

const ways = ["schema", "schema-file", "reader", "draft"] as const;

/** Looks at a file: reads it if its format is known, and says what it is worth; drafts a schema if not. */
export const check: Command = {
  name: "check",
  summary: "look at a file: what it is worth, or a draft of how to read it",
  positionals: ["<file>"],
  options: {
    schema: { type: "string" },
    "schema-file": { type: "string" },
    reader: { type: "string" },
    draft: { type: "string" },
    "as-of": { type: "string" },
    encoding: { type: "string" },
    delimiter: { type: "string" },
  },
  help: `popneeds check <file>

A file in a publisher's format (popneeds read lists them) is recognised and read, and you are told what it is worth: rows
refused and why, totals that add up or do not, coverage, editions, age, jumps. For any other CSV file a schema is drafted
from what is in it, and every doubt explained; nothing is read by a draft until you have confirmed it.

Exit code 0; 1 when a row or the file cannot be used, or its format is not known; 2 for misuse.

  --reader <name>        the reader to use, where two fit the file or none is recognised
  --as-of <date>         judge the age of the data on this day: 2026-04-01
  --draft <file>         draft a schema, whether or not the format is known, and write it: to .ts, to copy into a script;
                         to .json, to correct and confirm. Exit code 0 when it is written
  --schema-file <file>   read by the .json file that you have confirmed
  --schema <name>        check a CSV file against a schema of the data that come with popneeds, line by line:
                         ${Object.keys(namedSchemas).join(", ")}
  --encoding <encoding>  with --schema: utf-8 (default) or windows-1252
  --delimiter <mark>     with --schema: default ","; write tab for tabs
  --data <folder>        folder with datapackage.json, for names of areas and levels (default: datasets)
  --json                 print as JSON`,
  async run(args, streams) {
    const file = args.positionals[0]!;
    const given = ways.filter((way) => args.text(way) !== undefined);
    if (given.length > 1)
      throw new Misuse(
        `popneeds check takes one of ${ways.map((way) => `--${way}`).join(", ")}; got ${given.map((way) => `--${way}`).join(" and ")}.`,
      );
    const [schema, declaration, reader] = ways.map((way) => args.text(way));
    if (schema === undefined && (args.text("encoding") !== undefined || args.text("delimiter") !== undefined))
      throw new Misuse(
        "--encoding and --delimiter go with --schema; otherwise the file is looked at, or its schema says.",
      );
    if (schema !== undefined) return checkBySchema(file, schema, args, streams);
    if (declaration !== undefined) return reportQuality(file, () => readDeclared(file, declaration), args, streams);
    if (reader !== undefined) return reportQuality(file, () => readPublished(file, { reader }), args, streams);
    if (args.text("draft") !== undefined) return draftFor(file, args, streams);
    const raw = await openRawFile(file).catch((error: unknown) => issuesOf(error, file));
    if (!("kind" in raw)) return cannotBeRead(file, raw, args, streams);
    if (raw.kind === "text" && recognise(raw, readers).length === 0) return draftFor(file, args, streams);
    return reportQuality(file, async () => readRaw(raw), args, streams);
  },
};
