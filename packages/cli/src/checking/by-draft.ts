import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { draftAsCode, draftAsJson, draftAsText, draftSchema, type SchemaDraft } from "popneeds";
import type { Arguments } from "../arguments.ts";
import type { Streams } from "../command.ts";
import { Misuse } from "../misuse.ts";
import { issuesOf } from "./for-command-line.ts";
import { cannotBeRead } from "./quality-report.ts";

/** Drafts a schema for a file that is in no known format, prints it, and reads nothing. */
export async function draftFor(file: string, args: Arguments, streams: Streams): Promise<number> {
  const target = args.text("draft");
  refuseTarget(target);
  let draft: SchemaDraft;
  try {
    draft = await draftSchema(file);
  } catch (error) {
    return cannotBeRead(file, issuesOf(error, file), args, streams);
  }
  const isWritten = target !== undefined && draft.schema !== null;
  if (isWritten) await writeFile(target, target.endsWith(".json") ? draftAsJson(draft) : draftAsCode(draft));
  if (args.flag("json"))
    streams.out(JSON.stringify({ file, reader: null, draft, written: isWritten ? target : null }, null, 2));
  else streams.out([draftAsText(draft), "", ...next(file, draft, target)].join("\n"));
  return isWritten ? 0 : 1;
}

/** What to do next, in words that can be copied. */
function next(file: string, { schema }: SchemaDraft, target: string | undefined): readonly string[] {
  if (schema === null) return ["Nothing was read or written. Mend the file as said above, and check it again."];
  if (target === undefined)
    return [
      "Nothing was read: no reader knows this format, and a draft is not a schema until a person has confirmed it. Write it to a file:",
      `  popneeds check ${file} --draft schema.ts     to copy into a script`,
      `  popneeds check ${file} --draft schema.json   to correct, confirm, and check the file by`,
    ];
  if (!target.endsWith(".json"))
    return [`Nothing was read. The draft is in ${target}: look into every DOUBT, then use it in a script.`];
  return [
    `Nothing was read. The draft is in ${target}: correct it, look into its doubts, write "confirmed": true, then`,
    `  popneeds check ${file} --schema-file ${target}`,
  ];
}

function refuseTarget(target: string | undefined): void {
  if (target === undefined) return;
  if (!/\.(ts|json)$/.test(target))
    throw new Misuse(`--draft takes a file that ends in .ts or .json; got "${target}".`);
  if (existsSync(target))
    throw new Misuse(
      `${target} is there already, and may have been confirmed: a draft does not replace it. Name another file.`,
    );
}
