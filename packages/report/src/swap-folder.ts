import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { PopneedsError } from "@popneeds/core";

/**
 * Puts files in the place of a folder: written beside it, then swapped in, so that a run that fails leaves what was there.
 *
 * @param files  path inside the folder → text
 * @param holds  a file that tells a folder of ours; a folder that has other things in it and not this is refused
 * @param verb   who writes, for messages
 * @throws PopneedsError `not-an-output-folder` when the folder holds something else
 * @throws PopneedsError `not-written` when a file cannot be written; what was there before is there still
 */
export async function swapFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  holds: string,
  verb = "writeAssessment",
): Promise<void> {
  const target = resolve(folder);
  const there = await entries(target);
  if (there && there.length > 0 && !there.includes(holds))
    throw new PopneedsError({
      code: "not-an-output-folder",
      message: `${verb}: ${folder} must be new, empty or an earlier output; it holds other things:`,
      where: there.slice().sort(),
      fix: "Name another folder; nothing was written.",
    });
  let beside: string | null = null;
  try {
    await mkdir(dirname(target), { recursive: true });
    beside = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    const fresh = join(beside, "new");
    for (const [path, text] of files) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), text);
    }
    if (there) await replace(target, fresh, join(beside, "old"));
    else await rename(fresh, target);
  } catch (cause) {
    throw new PopneedsError({
      code: "not-written",
      message: `${verb}: cannot write ${folder}: ${(cause as Error).message}`,
      fix: `Make sure that the folder can be written to. ${there ? "The earlier output is untouched." : "Nothing was written."}`,
    });
  } finally {
    if (beside) await rm(beside, { recursive: true, force: true });
  }
}

async function replace(target: string, fresh: string, aside: string): Promise<void> {
  await rename(target, aside);
  try {
    await rename(fresh, target);
  } catch (cause) {
    await rename(aside, target);
    throw cause;
  }
}

async function entries(folder: string): Promise<readonly string[] | null> {
  const found = await stat(folder).catch(() => null);
  if (!found) return null;
  return found.isDirectory() ? readdir(folder) : [basename(folder)];
}
