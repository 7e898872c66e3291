import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where downloads are kept unless one says otherwise: `POPNEEDS_CACHE` where that is set, else the folder that the system
 * has for such things (`XDG_CACHE_HOME` or `~/.cache`, `~/Library/Caches`, `%LOCALAPPDATA%`).
 *
 * @returns path of a folder, which may not exist yet
 * @example
 * ```ts
 * cacheFolder({ POPNEEDS_CACHE: "/data/cache" }) // "/data/cache"
 * ```
 */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  const { POPNEEDS_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  if (POPNEEDS_CACHE) return POPNEEDS_CACHE;
  if (platform === "win32") return join(LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "popneeds", "Cache");
  if (platform === "darwin") return join(homedir(), "Library", "Caches", "popneeds");
  return join(XDG_CACHE_HOME || join(homedir(), ".cache"), "popneeds");
}
