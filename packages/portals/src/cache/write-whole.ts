import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: beside its place first, then renamed. Who reads meanwhile finds the earlier file.
 *
 * @param path where it shall stand; folders are made as needed
 */
export async function writeWhole(path: string, bytes: string | Uint8Array): Promise<void> {
  await inPlace(path, async (beside) => {
    const file = await open(beside, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/** Copies a file whole or not at all, as `writeWhole` writes one. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await inPlace(to, (beside) => copyFile(from, beside));
}

async function inPlace(path: string, write: (beside: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}-${++written}.tmp`;
  try {
    await write(beside);
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

let written = 0;
