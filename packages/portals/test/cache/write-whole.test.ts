import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { copyWhole, writeWhole } from "../../src/cache/index.ts";
import { newFolder } from "../loopback.ts";

it("writes a file, and the folders that it needs, and leaves nothing beside it", async () => {
  const folder = newFolder();
  await writeWhole(join(folder, "a", "b", "c.txt"), "one");
  await writeWhole(join(folder, "a", "b", "c.txt"), "two");
  expect(readdirSync(join(folder, "a", "b"))).toEqual(["c.txt"]);
  expect(readFileSync(join(folder, "a", "b", "c.txt"), "utf8")).toBe("two");
});

it("that fails leaves what stood there, and nothing beside it", async () => {
  const folder = newFolder();
  writeFileSync(join(folder, "c.txt"), "one");
  await expect(copyWhole(join(folder, "no such file"), join(folder, "c.txt"))).rejects.toThrow("ENOENT");
  expect([readdirSync(folder), readFileSync(join(folder, "c.txt"), "utf8")]).toEqual([["c.txt"], "one"]);
  mkdirSync(join(folder, "d"));
  await expect(writeWhole(join(folder, "d"), "two")).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(["c.txt", "d"]);
});
