import { join } from "node:path";
import { PopneedsError } from "@popneeds/core";
import { sha256OfFile } from "../cache/index.ts";

/**
 * Whether a file may be put into a folder of data: nothing of its name is there, or what popneeds put there.
 *
 * @param sha256 of the file that is to stand there
 * @param ours SHA-256 of the files that popneeds may have put there
 * @returns `unchanged` where it stands there already, else `placed`
 * @throws PopneedsError `changed-by-hand`
 */
export async function mayStand(
  folder: string,
  file: string,
  sha256: string,
  ours: readonly (string | undefined)[],
): Promise<"placed" | "unchanged"> {
  const path = join(folder, file);
  const there = await sha256OfFile(path);
  if (there === sha256) return "unchanged";
  if (there === null || ours.includes(there)) return "placed";
  throw new PopneedsError({
    code: "changed-by-hand",
    message: `${path}: this file is not one that popneeds fetched, or it was changed since; it is left as it is`,
    fix: "Move it away and run again, or fetch under another name: --as <name>.",
  });
}
