import { join } from "node:path";
import { PopneedsError } from "@popneeds/core";
import { copyWhole, sha256OfFile } from "../cache/index.ts";
import type { FetchedFile } from "../connection.ts";

/**
 * Puts a file into a folder of data, whole or not at all.
 *
 * A file of that name which popneeds put there is replaced; one that a person changed is not.
 *
 * @param ours SHA-256 of the files that popneeds may have put there
 * @returns `unchanged` where it stood there already
 * @throws PopneedsError `changed-by-hand`
 */
export async function placeFile(
  fetched: FetchedFile,
  folder: string,
  file: string,
  ours: readonly (string | undefined)[],
): Promise<"placed" | "unchanged"> {
  const path = join(folder, file);
  const there = await sha256OfFile(path);
  if (there === fetched.sha256) return "unchanged";
  if (there !== null && !ours.includes(there))
    throw new PopneedsError({
      code: "changed-by-hand",
      message: `${path}: this file is not one that popneeds fetched, or it was changed since; it is left as it is`,
      fix: "Move it away and run again, or fetch under another name: --as <name>.",
    });
  await copyWhole(fetched.path, path);
  return "placed";
}
