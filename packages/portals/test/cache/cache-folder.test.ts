import { homedir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cacheFolder } from "../../src/index.ts";

it.each([
  ["the one that is set", { POPNEEDS_CACHE: "/c", XDG_CACHE_HOME: "/x" }, "linux", "/c"],
  ["the folder of XDG", { XDG_CACHE_HOME: "/x" }, "linux", join("/x", "popneeds")],
  ["~/.cache", { XDG_CACHE_HOME: "" }, "linux", join(homedir(), ".cache", "popneeds")],
  ["~/Library/Caches on a Mac", {}, "darwin", join(homedir(), "Library", "Caches", "popneeds")],
  ["the local data of Windows", { LOCALAPPDATA: "L" }, "win32", join("L", "popneeds", "Cache")],
])("is %s", (_, environment, platform, expected) => {
  expect(cacheFolder(environment, platform)).toBe(expected);
});
